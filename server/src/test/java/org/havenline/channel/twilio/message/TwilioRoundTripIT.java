package org.havenline.channel.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.havenline.channel.Address;
import org.havenline.channel.DeliveryState;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.OutboundMessage;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.contact.MessageId;
import org.havenline.http.porch.OpenPorch;
import org.havenline.routingconfig.Channel;
import org.havenline.simulator.Line;
import org.havenline.simulator.Simulator;
import org.havenline.simulator.SimulatorServer;
import org.havenline.simulator.SimulatorSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The doors against the simulator, which knows Twilio and none of our code.
class TwilioRoundTripIT {
  private static final String SID = "AC00000000000000000000000000000001";
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final KeptReception reception = new KeptReception();
  private final List<DeliveryState> states = new CopyOnWriteArrayList<>();
  private final InstantSource clock = InstantSource.system();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final OpenPorch open =
      new OpenPorch(
          4,
          (router, routes) -> {
            router
                .post("/twilio/messages")
                .handler(
                    routes.always(
                        new MessageWebhook(
                            Numbers.SIGNATURE, () -> Numbers.LINES, reception, clock)));
            router
                .post("/twilio/messages/status")
                .handler(
                    routes.always(
                        new StatusWebhook(
                            Numbers.SIGNATURE,
                            () -> Numbers.LINES,
                            (line, message, sid, state, code) -> {
                              assertThat(line).isEqualTo(Numbers.LINE);
                              assertThat(message).hasValue(new MessageId("m-1"));
                              states.add(state);
                            })));
          });
  private final SimulatorServer simulator =
      new SimulatorServer(
          open.vertx,
          new Simulator(
              open.vertx,
              new SimulatorSettings(
                  SID,
                  Numbers.TOKEN,
                  URI.create("http://127.0.0.1:" + open.porch.port()),
                  Numbers.BASE,
                  List.of(new Line("North", Numbers.OURS, true))),
              clock,
              new SplittableRandom(1)));

  private String base = "";

  @BeforeEach
  void start() throws TimeoutException {
    base = "http://127.0.0.1:" + simulator.start(0);
  }

  @AfterEach
  void close() throws TimeoutException {
    simulator.close();
    open.close();
    http.close();
  }

  private TwilioAccount account() {
    return new TwilioAccount(SID, Numbers.TOKEN, Optional.of(URI.create(base + "/twilio")));
  }

  private HttpResponse<String> post(String path, JsonObject body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .POST(BodyPublishers.ofString(body.encode()))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private void text(String text, boolean whatsapp) throws IOException, InterruptedException {
    var message = new JsonObject().put("to", Numbers.OURS).put("body", text);
    assertThat(
            post("/phones/" + Numbers.HERS + "/messages", message.put("whatsapp", whatsapp))
                .statusCode())
        .isLessThan(300);
  }

  private static OutboundMessage answer(InstantSource clock) {
    return new OutboundMessage(
        Numbers.LINE,
        new MessageId("m-1"),
        new Address(Channel.SMS, Numbers.OURS),
        new Address(Channel.SMS, Numbers.HERS),
        "Ми тут + & = %",
        clock.instant().plus(LIFE));
  }

  @Test
  void whatAPhoneSendsArrivesAsItWasWritten() throws Exception {
    var texts =
        List.of("help", "  a+b & c=d %41  ", "مساعدة", "👩‍👩‍👧‍👧", "l1\nl2", "STOP", "it's");
    for (var text : texts) {
      text(text, false);
    }
    text("by WhatsApp", true);

    Awaitility.await().until(() -> reception.accepted.size() == texts.size() + 1);
    assertThat(reception.accepted)
        .extracting(InboundMessage::text)
        .containsAll(texts)
        .contains("by WhatsApp");
    assertThat(reception.accepted)
        .allMatch(message -> message.from().value().equals(Numbers.HERS))
        .allMatch(message -> message.malformed().isEmpty())
        .allMatch(message -> message.line().equals(Numbers.LINE));
    assertThat(reception.quarantined).isEmpty();
  }

  @Test
  void whatWeSendIsReportedUntilItIsDelivered() throws Exception {
    var sender = new TwilioSender(account(), new PublicUrl(Numbers.BASE), LIFE, clock);
    var message = answer(clock);

    var result = sender.send(message);

    assertThat(result).isInstanceOf(Result.Accepted.class);
    Awaitility.await().until(() -> states.contains(DeliveryState.DELIVERED));
    assertThat(states.stream().reduce(DeliveryState.QUEUED, DeliveryState::join))
        .isEqualTo(DeliveryState.DELIVERED);
    assertThat(sender.find(message)).hasValue(((Result.Accepted) result).sid());
  }

  @Test
  void theSweepBringsWhatTheWebhookBrought() throws Exception {
    IntStream.range(0, 3).forEach(i -> send("text " + i));
    Awaitility.await().until(() -> reception.accepted.size() == 3);
    var swept = new KeptReception();

    var since = clock.instant().minusSeconds(60);
    assertThat(new MessageSweep(account(), () -> Numbers.LINES, swept).sweep(since)).isEqualTo(3);
    assertThat(new MessageSweep(account(), () -> Numbers.LINES, reception).sweep(since)).isZero();
    assertThat(swept.accepted)
        .extracting(InboundMessage::sid, InboundMessage::text, InboundMessage::from)
        .containsExactlyInAnyOrderElementsOf(
            reception.accepted.subList(0, 3).stream()
                .map(m -> tuple(m.sid(), m.text(), m.from()))
                .toList());
  }

  private void send(String text) {
    try {
      text(text, false);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
