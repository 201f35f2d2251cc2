package org.havenline.channel.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.command.FallbackCommand;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.simulator.Line;
import org.havenline.simulator.Simulator;
import org.havenline.simulator.SimulatorServer;
import org.havenline.simulator.SimulatorSettings;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A text while no node of ours is there: Twilio, played, answers with the file that `havenline.jar
/// fallback` wrote, and the sweep brings the text in afterwards.
class NodesDownTextIT {
  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final Texts TEXTS =
      ((org.havenline.translations.Reading.Sound) Texts.shipped()).texts();

  private final InstantSource clock = InstantSource.system();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = Vertx.vertx();
  private final SimulatorServer simulator =
      new SimulatorServer(
          vertx,
          new Simulator(
              vertx,
              new SimulatorSettings(
                  ACCOUNT,
                  Numbers.TOKEN,
                  nobody(),
                  Numbers.BASE,
                  List.of(new Line("North", Numbers.OURS, true)),
                  Map.of(Numbers.OURS, reply())),
              clock,
              new SplittableRandom(1)));

  private String base = "";

  /// An address at which nothing listens.
  private static URI nobody() {
    try (var free = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + free.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reply() {
    var line = ((Reading.Sound) RoutingTables.shipped(TEXTS.keys())).tables().lines().getFirst();
    return Objects.requireNonNull(FallbackCommand.files(TEXTS, line).get(FallbackReply.name(line)));
  }

  @BeforeEach
  void start() throws Exception {
    base = "http://127.0.0.1:" + simulator.start(0);
  }

  @AfterEach
  void close() throws Exception {
    simulator.close();
    vertx.close().await();
    http.close();
  }

  private JsonObject ask(String path, String body) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    var whole = body.isEmpty() ? request : request.POST(BodyPublishers.ofString(body));
    return new JsonObject(http.send(whole.build(), BodyHandlers.ofString()).body());
  }

  private void writes(String text, boolean whatsapp) throws Exception {
    var message = new JsonObject().put("to", Numbers.OURS).put("body", text);
    ask("/phones/" + Numbers.HERS + "/messages", message.put("whatsapp", whatsapp).encode());
  }

  private List<JsonObject> phone() throws Exception {
    JsonArray all = ask("/phones/" + Numbers.HERS, "").getJsonArray("messages");
    return all.stream().map(JsonObject.class::cast).toList();
  }

  @Test
  void sheReadsTheReplyThatLiesStillAndHerTextIsBroughtInAfterwards() throws Exception {
    writes("допоможіть", false);
    writes("by WhatsApp", true);
    var replies = phone().stream().filter(message -> !message.getBoolean("written")).toList();
    assertThat(replies)
        .hasSize(2)
        .allSatisfy(one ->
            assertThat(one.getString("body")).contains(TEXTS.text("tryLater", "en", Map.of())));

    var account =
        new TwilioAccount(ACCOUNT, Numbers.TOKEN, Optional.of(URI.create(base + "/twilio")));
    var reception = new KeptReception();
    var sweep = new MessageSweep(account, () -> Numbers.LINES, reception);
    var since = clock.instant().minusSeconds(60);
    assertThat(sweep.sweep(since)).isEqualTo(2);
    assertThat(sweep.sweep(since)).as("once").isZero();
    assertThat(reception.accepted)
        .extracting(InboundMessage::text)
        .contains("допоможіть", "by WhatsApp")
        .doesNotContain(replies.getFirst().getString("body"));
  }
}
