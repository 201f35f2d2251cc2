package org.havenline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TroubleIT {
  private Stage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new Stage();
  }

  @AfterEach
  void stop() throws Exception {
    stage.close();
  }

  @Test
  void serverErrorIsNotTriedAgainUnlessAskedAndTheTextStaysInTheList() throws Exception {
    stage.server.answer(503);
    var sent = stage.client.text(Stage.PHONE, Stage.text("hello"));
    assertThat(sent.getInteger("status")).isEqualTo(503);
    assertThat(sent.getInteger("attempts")).isEqualTo(1);
    assertThat(stage.client.phone(Stage.PHONE)).hasSize(1);

    stage.server.forget();
    var retries = new JsonObject().put("serverError", 2);
    assertThat(
            stage
                .client
                .text(Stage.PHONE, Stage.text("again").put("retries", retries))
                .getInteger("attempts"))
        .isEqualTo(3);
    var tokens =
        List.of(stage.server.next(), stage.server.next(), stage.server.next()).stream()
            .map(Receiver.Posted::token);
    assertThat(tokens.distinct()).hasSize(1);
  }

  @Test
  void missingServerIsTriedTwice() throws Exception {
    stage.server.close();

    var sent = stage.client.text(Stage.PHONE, Stage.text("hello"));

    assertThat(sent.getInteger("status")).isZero();
    assertThat(sent.getInteger("attempts")).isEqualTo(2);
  }

  @Test
  void troubleStrikesAsOftenAsArmedAndOnlyWhereItMatches() throws Exception {
    stage.client.trouble(
        """
        {"where":"rest","kind":"status","status":429,"code":20429,"count":2,
         "match":{"to":"+12025550143"}}\
        """);
    var other = Stage.answer("hello").replaced("To", List.of("+12025550144"));

    assertThat(stage.client.send(other).statusCode()).isEqualTo(201);
    assertThat(Client.json(stage.client.send(Stage.answer("hello"))).getInteger("code"))
        .isEqualTo(20429);
    assertThat(stage.client.send(Stage.answer("hello")).statusCode()).isEqualTo(429);
    assertThat(stage.client.send(Stage.answer("hello")).statusCode()).isEqualTo(201);
    assertThat(stage.client.get("/requests").getInteger("messagePosts")).isEqualTo(4);
  }

  @Test
  void troubleWithCallsLeavesTextsAlone() throws Exception {
    stage.client.trouble("{\"where\":\"call\",\"kind\":\"status\",\"status\":429,\"code\":20429}");
    var call = Stage.answer("").without("Body").and("Url", Stage.PUBLIC_URL + "/twilio/voice");

    assertThat(stage.client.send(Stage.answer("hello")).statusCode()).isEqualTo(201);
    assertThat(stage.client.rest("POST", "/Calls.json", call).statusCode()).isEqualTo(429);
    assertThat(stage.client.rest("POST", "/Calls.json", call).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"close-after, 1", "close-before, 0"})
  void connectionIsClosedWithOrWithoutAcceptance(String kind, int accepted) throws Exception {
    stage.client.trouble("{\"where\":\"rest\",\"kind\":\"" + kind + "\"}");

    assertThatThrownBy(() -> stage.client.send(Stage.answer("hello")))
        .isInstanceOf(IOException.class);
    assertThat(stage.client.phone(Stage.PHONE)).hasSize(accepted);
    assertThat(stage.client.get("/requests").getInteger("messagePosts")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void unavailableMayMeanAcceptedOrNot(boolean accepted, int messages) throws Exception {
    stage.client.trouble(
        new JsonObject()
            .put("where", "rest")
            .put("kind", "status")
            .put("status", 503)
            .put("accepted", accepted)
            .encode());

    assertThat(stage.client.send(Stage.answer("hello")).statusCode()).isEqualTo(503);
    assertThat(stage.client.phone(Stage.PHONE)).hasSize(messages);
  }

  @Test
  void carrierErrorComesLaterAndTwiliosAtOnce() throws Exception {
    stage.client.trouble("{\"where\":\"rest\",\"kind\":\"error-code\",\"code\":30003}");
    stage.client.send(Stage.answer("hello").and("StatusCallback", Stage.STATUS_URL));
    stage.server.next();
    stage.server.next();
    var last = stage.server.next().form();
    assertThat(last.first("MessageStatus")).contains("undelivered");
    assertThat(last.first("ErrorCode")).contains("30003");

    stage.client.trouble("{\"where\":\"rest\",\"kind\":\"error-code\",\"code\":21610}");
    assertThat(Client.json(stage.client.send(Stage.answer("hello"))).getInteger("code"))
        .isEqualTo(21610);
  }

  @Test
  void callbacksMayBeRepeatedInAnyOrder() throws Exception {
    stage.client.trouble("{\"where\":\"callback\",\"kind\":\"shuffle\"}");
    stage.client.trouble("{\"where\":\"callback\",\"kind\":\"repeat\",\"times\":2}");
    stage.client.send(Stage.answer("hello").and("StatusCallback", Stage.STATUS_URL));

    var states = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      states.add(stage.server.next().form().first("MessageStatus").orElseThrow());
    }
    assertThat(states)
        .containsExactlyInAnyOrder("queued", "queued", "sent", "sent", "delivered", "delivered")
        .isNotEqualTo(List.of("queued", "queued", "sent", "sent", "delivered", "delivered"));
  }

  @Test
  void droppedWebhookLeavesTheTextInTheListAlone() throws Exception {
    stage.client.trouble("{\"where\":\"webhook\",\"kind\":\"drop\"}");

    assertThat(stage.client.text(Stage.PHONE, Stage.text("hello")).getInteger("attempts")).isZero();
    assertThat(stage.server.waiting()).isZero();
    assertThat(stage.client.phone(Stage.PHONE)).hasSize(1);
  }

  @Test
  void unknownTroubleIsRefused() throws Exception {
    assertThat(stage.client.trouble("{\"where\":\"webhook\",\"kind\":\"shuffle\"}")).isEqualTo(400);
    assertThat(stage.client.trouble("{\"where\":\"moon\",\"kind\":\"drop\"}")).isEqualTo(400);
    assertThat(stage.client.trouble("not json")).isEqualTo(400);
  }
}
