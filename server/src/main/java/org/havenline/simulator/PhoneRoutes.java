package org.havenline.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.account.Chance;
import org.havenline.simulator.account.Events;
import org.havenline.simulator.account.Message;
import org.havenline.simulator.account.MessageStatus;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes;
import org.havenline.simulator.web.Reply;
import org.havenline.simulator.webhook.Countries;
import org.havenline.simulator.webhook.Inbound;

/// The phones, for the page, the tests and load-tests: text the line, read what came back.
final class PhoneRoutes {
  private static final long LONGEST_WAIT_MILLIS = 25_000;

  private final List<Line> lines;
  private final Account account;
  private final Events events;
  private final Inbound inbound;
  private final Chance chance;
  private final InstantSource clock;

  PhoneRoutes(
      List<Line> lines,
      Account account,
      Events events,
      Inbound inbound,
      Chance chance,
      InstantSource clock) {
    this.lines = lines;
    this.account = account;
    this.events = events;
    this.inbound = inbound;
    this.chance = chance;
    this.clock = clock;
  }

  void mount(Router router, BlockingRoutes blocking) {
    router.get("/lines").handler(blocking.on(this::lines));
    router.get("/events").handler(blocking.on(this::events));
    router.get("/phones/:number").handler(blocking.on(this::show));
    router.delete("/phones/:number").handler(blocking.on(this::forget));
    router.post("/phones/:number/messages").handler(blocking.on(this::send));
  }

  /// The numbers to text, and the event to start waiting after.
  private Reply lines(Asked asked) {
    var shown = new JsonArray();
    lines.forEach(line ->
        shown.add(
            new JsonObject()
                .put("label", line.label())
                .put("number", line.number())
                .put("whatsapp", line.whatsapp())));
    return Reply.json(new JsonObject().put("lines", shown).put("newest", events.newest()));
  }

  /// Waits until something happens, at most `wait` milliseconds.
  private Reply events(Asked asked) throws InterruptedException {
    long after = asked.query().first("after").map(Long::parseLong).orElse(0L);
    long wait = asked.query().first("wait").map(Long::parseLong).orElse(LONGEST_WAIT_MILLIS);
    var patience = Duration.ofMillis(Math.clamp(wait, 0, LONGEST_WAIT_MILLIS));
    var happened = new JsonArray();
    for (var event : events.after(after, patience)) {
      happened.add(
          new JsonObject()
              .put("number", event.number())
              .put("kind", event.kind().name())
              .put("message", MessageView.of(event.message())));
    }
    return Reply.json(new JsonObject().put("events", happened).put("newest", events.newest()));
  }

  private Reply show(Asked asked) {
    var number = number(asked);
    var messages = new JsonArray();
    account.ofPhone(number).forEach(message -> messages.add(MessageView.of(message)));
    return Reply.json(
        new JsonObject()
            .put("number", number)
            .put("country", Countries.of(number))
            .put("messages", messages));
  }

  private Reply forget(Asked asked) {
    account.forgetPhone(number(asked));
    return new Reply.Empty(204);
  }

  private Reply send(Asked asked) throws InterruptedException {
    var text = PhoneText.of(asked.json());
    var to = text.to().orElseGet(() -> firstLine(text.whatsapp()));
    var now = clock.instant();
    var message =
        new Message(
            text.sid().orElseGet(() -> chance.sid("SM")),
            true,
            Message.address(text.whatsapp(), number(asked)),
            Message.address(text.whatsapp(), to),
            text.body(),
            text.media(),
            MessageStatus.RECEIVED,
            null,
            null,
            now,
            now);
    var outcome = inbound.take(message, text.extra(), text.retries());
    return Reply.json(
        new JsonObject()
            .put("sid", message.sid())
            .put("status", outcome.status())
            .put("attempts", outcome.attempts()));
  }

  private String firstLine(boolean whatsapp) {
    return lines.stream()
        .filter(line -> line.whatsapp() || !whatsapp)
        .map(Line::number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"to\" is missing: no line to text"));
  }

  private static String number(Asked asked) {
    var number = asked.in("number").replace(" ", "");
    return !number.isEmpty() && Character.isDigit(number.charAt(0)) ? "+" + number : number;
  }
}
