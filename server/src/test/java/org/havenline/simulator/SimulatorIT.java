package org.havenline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.webhook.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulatorIT {
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
  void textReachesTheServerSignedAsByTwilio() throws Exception {
    var sent = stage.client.text(Stage.PHONE, Stage.text("مرحبا, ¿hola? & = +"));

    assertThat(sent.getInteger("status")).isEqualTo(200);
    var posted = stage.server.next();
    assertThat(posted.target()).isEqualTo("/twilio/messages");
    assertThat(posted.form().first("Body")).contains("مرحبا, ¿hola? & = +");
    assertThat(posted.form().first("MessageSid")).contains(sent.getString("sid"));
    assertThat(posted.form().first("From")).contains(Stage.PHONE);
    assertThat(posted.form().first("To")).contains(Stage.LINE);
    assertThat(posted.form().first("FromCountry")).contains("US");
    assertThat(posted.signature())
        .isEqualTo(
            new Signature(Client.TOKEN).of(Stage.PUBLIC_URL + "/twilio/messages", posted.form()));
  }

  @Test
  void whatsAppCarriesItsPrefixAndFields() throws Exception {
    stage.client.text(Stage.PHONE, Stage.text("hello").put("channel", "WHATSAPP"));

    var form = stage.server.next().form();
    assertThat(form.first("From")).contains("whatsapp:" + Stage.PHONE);
    assertThat(form.first("To")).contains("whatsapp:" + Stage.LINE);
    assertThat(form.first("WaId")).contains("12025550143");
  }

  @Test
  void extraFieldsAreAddedReplacedAndRepeated() throws Exception {
    var extra = new JsonObject().put("New", List.of("b", "a", "b")).put("FromCountry", "XX");
    stage.client.text(Stage.PHONE, Stage.text("hello").put("extra", extra));

    var form = stage.server.next().form();
    assertThat(form.all("New")).containsExactly("b", "a", "b");
    assertThat(form.all("FromCountry")).containsExactly("XX");
  }

  @Test
  void answerReachesThePhoneAndItsStatesAreReportedInOrder() throws Exception {
    var response =
        stage.client.send(Stage.answer("Are you safe?").and("StatusCallback", Stage.STATUS_URL));

    assertThat(response.statusCode()).isEqualTo(201);
    var message = Client.json(response);
    assertThat(message.getString("status")).isEqualTo("queued");
    assertThat(message.getString("direction")).isEqualTo("outbound-api");
    for (var state : List.of("queued", "sent", "delivered")) {
      var posted = stage.server.next();
      assertThat(posted.target()).isEqualTo("/twilio/messages/status?line=a%2Bb");
      assertThat(posted.form().first("MessageStatus")).contains(state);
      assertThat(posted.signature())
          .isEqualTo(new Signature(Client.TOKEN).of(Stage.STATUS_URL, posted.form()));
    }
    var shown = stage.client.phone(Stage.PHONE).getJsonObject(0);
    assertThat(shown.getString("body")).isEqualTo("Are you safe?");
    assertThat(shown.getString("status")).isEqualTo("delivered");
    assertThat(shown.getBoolean("written")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "From=%2B12025550100&Body=a, 21604",
    "To=%2B12025550143&Body=a, 21603",
    "To=%2B12025550143&From=%2B12025550100, 21602",
    "To=12&From=%2B12025550100&Body=a, 21211",
    "To=%2B12025550143&From=%2B12025550199&Body=a, 21606",
    "To=%2B12025550143&From=%2B12025550100&Body=a&StatusCallback=http://elsewhere/, 21609",
  })
  void mistakesAreAnsweredInTwiliosWords(String form, int code) throws Exception {
    var response = stage.client.send(Form.parse(form));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Client.json(response).getInteger("code")).isEqualTo(code);
    assertThat(Client.json(response).getInteger("status")).isEqualTo(400);
  }

  @Test
  void onlyTheAccountMaySendAndOnlySoMuch() throws Exception {
    assertThat(stage.client.send(Stage.answer("a".repeat(1_600))).statusCode()).isEqualTo(201);
    assertThat(Client.json(stage.client.send(Stage.answer("ش".repeat(1_601)))).getInteger("code"))
        .isEqualTo(21617);
    var stranger = stage.client.rest("POST", "/Messages.json", Stage.answer("a"), "wrong");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(Client.json(stranger).getInteger("code")).isEqualTo(20003);
  }

  @Test
  void messageCanBeReadRedactedAndDeleted() throws Exception {
    var path =
        "/Messages/"
            + stage.client.text(Stage.PHONE, Stage.text("secret")).getString("sid")
            + ".json";

    assertThat(Client.json(stage.client.rest("GET", path, Form.EMPTY)).getString("body"))
        .isEqualTo("secret");
    stage.client.rest("POST", path, Form.EMPTY.and("Body", ""));
    assertThat(Client.json(stage.client.rest("GET", path, Form.EMPTY)).getString("body")).isEmpty();
    assertThat(stage.client.rest("DELETE", path, Form.EMPTY).statusCode()).isEqualTo(204);
    var gone = stage.client.rest("GET", path, Form.EMPTY);
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(Client.json(gone).getInteger("code")).isEqualTo(20404);
  }

  @Test
  void listIsPagedWithoutGapWhileNewMessagesArrive() throws Exception {
    for (int i = 0; i < 5; i++) {
      stage.client.text(Stage.PHONE, Stage.text("number " + i));
    }
    var bodies = new ArrayList<String>();
    var next = "/Messages.json?PageSize=2&To=%2B12025550100";
    while (next != null) {
      var page = Client.json(stage.client.rest("GET", next, Form.EMPTY));
      page.getJsonArray("messages").stream()
          .map(JsonObject.class::cast)
          .forEach(message -> bodies.add(message.getString("body")));
      var uri = page.getString("next_page_uri");
      next = uri == null ? null : uri.substring(uri.indexOf("/Messages.json"));
      stage.client.text(Stage.PHONE, Stage.text("late"));
    }
    assertThat(bodies).containsExactly("number 4", "number 3", "number 2", "number 1", "number 0");
  }

  @Test
  void stopReachesTheServerAndRefusesAnswersUntilStart() throws Exception {
    stage.client.text(Stage.PHONE, Stage.text("Stop "));
    assertThat(stage.server.next().form().first("OptOutType")).contains("STOP");

    var refused = stage.client.send(Stage.answer("hello"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Client.json(refused).getInteger("code")).isEqualTo(21610);

    stage.client.text(Stage.PHONE, Stage.text("START"));
    assertThat(stage.client.send(Stage.answer("hello")).statusCode()).isEqualTo(201);
  }

  @Test
  void whatsAppAnswerOutsideTheWindowFailsLater() throws Exception {
    var form =
        Form.EMPTY
            .and("From", "whatsapp:" + Stage.LINE)
            .and("To", "whatsapp:" + Stage.PHONE)
            .and("Body", "hello")
            .and("StatusCallback", Stage.STATUS_URL);
    assertThat(stage.client.send(form).statusCode()).isEqualTo(201);
    stage.server.next();
    stage.server.next();
    assertThat(stage.server.next().form().first("ErrorCode")).contains("63016");

    stage.client.text(Stage.PHONE, Stage.text("hello").put("channel", "WHATSAPP"));
    stage.server.next();
    stage.client.send(form);
    var states =
        List.of(stage.server.next(), stage.server.next(), stage.server.next(), stage.server.next())
            .stream()
            .map(posted -> posted.form().first("MessageStatus").orElseThrow());
    assertThat(states).containsExactly("queued", "sent", "delivered", "read");
  }

  @Test
  void manyPhonesTextAtOnce() throws Exception {
    Stream<Callable<Integer>> texts =
        IntStream.range(0, 1_000)
            .mapToObj(i ->
                () -> stage.client.text(Stage.PHONE, Stage.text("text " + i)).getInteger("status"));
    try (var threads = Executors.newFixedThreadPool(200, Thread.ofVirtual().factory())) {
      for (var status : threads.invokeAll(texts.toList())) {
        assertThat(status.get()).isEqualTo(200);
      }
    }
    assertThat(stage.server.waiting()).isEqualTo(1_000);
    assertThat(stage.client.phone(Stage.PHONE)).hasSize(1_000);
  }

  @Test
  void eventsAreNumberedAndWaitedFor() throws Exception {
    stage.client.text(Stage.PHONE, Stage.text("hello"));
    var events = stage.client.get("/events?after=0").getJsonArray("events");
    assertThat(events.stream().map(JsonObject.class::cast).map(e -> e.getString("kind")))
        .containsExactly("MESSAGE", "CHANGED");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var next = threads.submit(() -> stage.client.get("/events?after=2"));
      stage.client.delete("/phones/" + Stage.PHONE);
      var event = next.get().getJsonArray("events").getJsonObject(0);
      assertThat(event.getString("kind")).isEqualTo("REMOVED");
      assertThat(event.getInteger("number")).isEqualTo(3);
    }
    assertThat(stage.client.phone(Stage.PHONE)).isEmpty();
  }
}
