package org.havenline.channel.voice.back;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.queue.Tables;

/// What a person hears who is called back. Somebody else may pick up, or a machine: nothing is said
/// that tells what this is, once and not again, and only a pressed 1 goes on.
public final class Recall {
  /// Whoever has a telephone at the ear has to find its keys first.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int DIGITS = 4;

  private final Calls calls;
  private final Legs legs;
  private final Backs backs;
  private final Envelopes envelopes;
  private final Supplier<Tables> tables;
  private final Speech speech;
  private final Function<CallId, Turn> next;
  private final Consumer<CallId> over;

  /// @param next what a caller who waits hears next
  /// @param over is told that a call is over
  public Recall(
      Calls calls,
      Legs legs,
      Backs backs,
      Envelopes envelopes,
      Supplier<Tables> tables,
      Speech speech,
      Function<CallId, Turn> next,
      Consumer<CallId> over) {
    this.calls = calls;
    this.legs = legs;
    this.backs = backs;
    this.envelopes = envelopes;
    this.tables = tables;
    this.speech = speech;
    this.next = next;
    this.over = over;
  }

  /// Somebody or something has picked up.
  public Turn answered(String id, String sid) {
    return known(id, sid)
        .filter(this::isRung)
        .<Turn>map(
            leg -> new Turn.Ask(List.of(say(leg, "callBackOpening")), PATIENCE, "back/key?l=" + id))
        .orElse(Turn.NOTHING);
  }

  /// The leg, unless it is over, or another that was dialled by accident.
  private Optional<Leg> known(String id, String sid) {
    return legs.report(id, sid, Leg.State.ANSWERED, "").filter(Leg::isOpen);
  }

  private boolean isRung(Leg leg) {
    return backs.isPromised(leg.contact(), leg.call())
        && backs.ring(leg.call()).map(Leg::id).filter(leg.id()::equals).isPresent();
  }

  private Turn.Spoken say(Leg leg, String key) {
    var main = tables.get().line().languages().getFirst();
    var hers = calls.find(leg.call()).map(call -> call.language()).orElse(main);
    return speech.say(key, Map.of(), hers, main);
  }

  /// A key was pressed, or none.
  public Turn pressed(String id, String sid, String key) {
    var leg = known(id, sid);
    if (leg.isEmpty()) {
      return Turn.NOTHING;
    }
    if (!key.equals("1")) {
      return over(leg.get(), "no-key", Turn.NOTHING);
    }
    return backs.hasCode(leg.get().call())
        ? new Turn.Digits(
            List.of(say(leg.get(), "callBackEnter")), PATIENCE, DIGITS, "back/code?l=" + id)
        : join(leg.get(), sid);
  }

  /// The digits she was asked for. Whoever has them wrong hears what every wrong number says.
  public Turn coded(String id, String sid, String digits) {
    var found = known(id, sid);
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var leg = found.get();
    return backs.isCode(leg.call(), digits)
        ? join(leg, sid)
        : over(leg, Backs.WRONG_CODE, new Turn.End(List.of(say(leg, "callBackWrong"))));
  }

  private Turn over(Leg leg, String why, Turn end) {
    legs.ends(leg, why);
    return end;
  }

  private Turn join(Leg leg, String sid) {
    var call = new CallId(sid);
    boolean joined =
        envelopes
            .between(leg.contact())
            .filter(between -> backs.join(leg, call, between.hers(), between.ours().value()))
            .isPresent();
    return joined
        ? next.apply(call)
        : over(leg, "gone", new Turn.End(List.of(say(leg, "callOver"))));
  }

  /// A report of the provider, in whatever order they come.
  ///
  /// @param why it is over, in the provider's word
  public void reported(String id, String sid, Leg.State state, String why) {
    var known = legs.report(id, sid, state, why);
    known.map(Leg::call).ifPresent(calls::nudge);
    if (known.isPresent() && state == Leg.State.OVER) {
      over.accept(new CallId(sid));
    }
  }
}
