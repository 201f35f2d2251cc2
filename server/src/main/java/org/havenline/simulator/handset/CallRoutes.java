package org.havenline.simulator.handset;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.havenline.simulator.voice.Incoming;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.web.Answers;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes;
import org.havenline.simulator.web.Reply;

/// The calls of the page's phones: dial, pick up, press keys, say something, hang up.
public final class CallRoutes {
  /// How long the page still shows a call that is over.
  private static final Duration SHOWN = Duration.ofMinutes(2);

  private final Switchboard switchboard;
  private final String firstLine;
  private final Habits habits;
  private final Answers answers;
  private final InstantSource clock;

  /// Over a switchboard.
  ///
  /// @param firstLine dialled when a phone does not say which; may be empty
  /// @param habits of the phones it calls
  /// @param answers of the server it asks
  CallRoutes(
      Switchboard switchboard,
      String firstLine,
      Habits habits,
      Answers answers,
      InstantSource clock) {
    this.switchboard = switchboard;
    this.firstLine = firstLine;
    this.habits = habits;
    this.answers = answers;
    this.clock = clock;
  }

  public void mount(Router router, BlockingRoutes blocking) {
    router.get("/calls").handler(blocking.on(this::list));
    router.get("/answers").handler(blocking.on(_ -> summary()));
    router.delete("/answers").handler(blocking.on(_ -> forget()));
    router.put("/phones/:number/habit").handler(blocking.on(this::learn));
    router.post("/phones/:number/calls").handler(blocking.on(this::dial));
    router
        .post("/calls/:sid/pick-up")
        .handler(blocking.on(asked -> with(asked, (call, _) -> call.pickUp(Duration.ZERO))));
    router
        .post("/calls/:sid/hang-up")
        .handler(blocking.on(asked -> with(asked, (call, _) -> call.hangUp(Duration.ZERO))));
    router
        .post("/calls/:sid/keys")
        .handler(
            blocking.on(asked -> with(asked, (call, said) -> call.press(Duration.ZERO, said))));
    router
        .post("/calls/:sid/words")
        .handler(
            blocking.on(asked -> with(asked, (call, said) -> call.speak(Duration.ZERO, said))));
    router
        .route("/twilio/2010-04-01/Accounts/:account/*")
        .handler(blocking.on(switchboard.rest()::answer));
  }

  private Reply list(Asked asked) {
    var since = clock.instant().minus(SHOWN);
    var shown = new JsonArray();
    switchboard.calls().stream()
        .filter(call -> call.ended().map(since::isBefore).orElse(true))
        .map(call -> CallView.of(call, switchboard.ledger()))
        .forEach(shown::add);
    return Reply.json(new JsonObject().put("calls", shown));
  }

  private Reply summary() {
    var seen = answers.summary();
    return Reply.json(
        new JsonObject()
            .put("count", seen.count())
            .put("refused", seen.refused())
            .put("p50", millis(seen.p50()))
            .put("p99", millis(seen.p99()))
            .put("longest", millis(seen.longest())));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private Reply forget() {
    answers.forget();
    return new Reply.Empty(204);
  }

  private Reply learn(Asked asked) {
    habits.learn(number(asked), asked.json());
    return new Reply.Empty(204);
  }

  /// `{to}`: without it, the first line. With [Habits] she does the rest by herself.
  private Reply dial(Asked asked) {
    var json = asked.json();
    var incoming = new Incoming(number(asked), json.getString("to", firstLine));
    return Reply.json(
        new JsonObject().put("sid", switchboard.dial(incoming, Habits.caller(json)).sid()));
  }

  private static String number(Asked asked) {
    var number = asked.in("number").replace(" ", "");
    return !number.isEmpty() && Character.isDigit(number.charAt(0)) ? "+" + number : number;
  }

  private Reply with(Asked asked, BiConsumer<Call, String> deed) {
    var call = switchboard.call(asked.in("sid"));
    if (call.isEmpty()) {
      return new Reply.Json(404, new JsonObject().put("error", "No such call"));
    }
    deed.accept(call.get(), asked.json().getString("said", ""));
    return new Reply.Empty(204);
  }
}
