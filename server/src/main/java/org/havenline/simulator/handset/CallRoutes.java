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
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes;
import org.havenline.simulator.web.Reply;

/// The calls of the page's phones: dial, pick up, press keys, say something, hang up.
public final class CallRoutes {
  /// How long the page still shows a call that is over.
  private static final Duration SHOWN = Duration.ofMinutes(2);

  private final Switchboard switchboard;
  private final String firstLine;
  private final InstantSource clock;

  /// Over a switchboard.
  ///
  /// @param firstLine dialled when a phone does not say which; may be empty
  public CallRoutes(Switchboard switchboard, String firstLine, InstantSource clock) {
    this.switchboard = switchboard;
    this.firstLine = firstLine;
    this.clock = clock;
  }

  public void mount(Router router, BlockingRoutes blocking) {
    router.get("/calls").handler(blocking.on(this::list));
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

  /// `{to}`: without it, the first line.
  private Reply dial(Asked asked) {
    var json = asked.json();
    var number = asked.in("number").replace(" ", "");
    var full = !number.isEmpty() && Character.isDigit(number.charAt(0)) ? "+" + number : number;
    var call = switchboard.dial(new Incoming(full, json.getString("to", firstLine)), new ByHand());
    return Reply.json(new JsonObject().put("sid", call.sid()));
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
