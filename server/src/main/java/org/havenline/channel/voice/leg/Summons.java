package org.havenline.channel.voice.leg;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Legs.Rung;
import org.havenline.contact.Contact;
import org.havenline.offer.OfferBook;
import org.havenline.queue.Tables;

/// What a responder hears who is rung. Who picks up may be a machine: nothing is said that tells
/// what this is, and only a pressed key makes an owner.
public final class Summons {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int MOST_TRIES = 2;

  /// She is not left alone for longer, once she is there.
  private static final Duration STEP = Duration.ofSeconds(3);

  private static final Set<Call.Stage> MEETS = Set.of(Call.Stage.WAITING, Call.Stage.SILENT);

  /// What he is told when a promised call will not be tried again by itself.
  private static final Map<String, String> FINAL =
      Map.of(
          "not-reached", "callUnreached",
          "too-late", "callUnreached",
          "no-number", "callUnreached",
          "wrong-code", "callOther");

  private final Calls calls;
  private final Legs legs;
  private final OfferBook offers;
  private final Supplier<Tables> tables;
  private final Speech speech;
  private final Visitors visitors;

  public Summons(
      Calls calls,
      Legs legs,
      OfferBook offers,
      Supplier<Tables> tables,
      Speech speech,
      Visitors visitors) {
    this.calls = calls;
    this.legs = legs;
    this.offers = offers;
    this.tables = tables;
    this.speech = speech;
    this.visitors = visitors;
  }

  /// Somebody or something has picked up.
  public Turn answered(String id, String sid) {
    return legs.heard(id, sid, Leg.State.ANSWERED)
        .map(rung ->
            visitors.asksNothing(rung.leg())
                ? visitors.enter(rung.leg()).orElse(Turn.NOTHING)
                : ask(rung, 0))
        .orElse(Turn.NOTHING);
  }

  private Turn ask(Rung rung, int tries) {
    return isWanted(rung)
        ? new Turn.Ask(
            List.of(say("callWhisper")), PATIENCE, "leg/key?l=" + rung.leg().id() + "&n=" + tries)
        : gone(rung.leg());
  }

  private boolean isWanted(Rung rung) {
    return rung.leg().isGuests()
        ? rung.isOfLiveCall() && visitors.isWanted(rung.leg())
        : rung.isResponders();
  }

  private Turn gone(Leg leg) {
    legs.ends(leg, "gone");
    return new Turn.End(List.of(say("callTaken")));
  }

  private Turn.Spoken say(String key) {
    var main = tables.get().line().languages().getFirst();
    return speech.say(key, Map.of(), main, main);
  }

  /// A key was pressed, or none.
  ///
  /// @param tries how often he was asked before this
  public Turn pressed(String id, String sid, int tries, String key) {
    var found = legs.heard(id, sid, Leg.State.ANSWERED);
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var rung = found.get();
    if (key.equals("1")) {
      return accept(rung);
    }
    if (tries + 1 < MOST_TRIES) {
      return ask(rung, tries + 1);
    }
    legs.ends(rung.leg(), "no-key");
    return Turn.NOTHING;
  }

  private Turn accept(Rung rung) {
    var leg = rung.leg();
    if (!isWanted(rung)) {
      return gone(leg);
    }
    if (leg.isGuests()) {
      return visitors.enter(leg).orElseGet(() -> gone(leg));
    }
    if (!offers.accept(leg.offer(), leg.responder())) {
      return gone(leg);
    }
    // she was promised the call, and may not be on the telephone yet
    boolean waits = rung.stage().filter(Call.Stage.BACK::equals).isPresent();
    legs.joins(leg, waits ? "" : leg.id());
    return waits
        ? new Turn.Ask(List.of(say("callRinging")), STEP, "leg/wait?l=" + leg.id())
        : talk(leg);
  }

  private static Turn talk(Leg leg) {
    return new Turn.Talk(leg.id(), "leg/over?l=" + leg.id());
  }

  /// He waits until she is reached, and asks again and again; told in words when she is not.
  public Turn waits(String id, String sid) {
    var found = legs.heard(id, sid, Leg.State.JOINED);
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var leg = found.get().leg();
    var contact = found.get().contact();
    var promised = contact.flatMap(one -> one.escalated().promised()).map(Contact.Promised::state);
    if (contact.filter(leg::isWantedBy).isEmpty()
        || promised.filter(FINAL::containsKey).isPresent()) {
      legs.ends(leg, "not-reached");
      var told = promised.map(state -> FINAL.getOrDefault(state, "callNotReached"));
      return new Turn.End(List.of(say(told.orElse("callOver"))));
    }
    return found.get().stage().filter(MEETS::contains).isPresent()
        ? own(leg)
        : new Turn.Ask(List.of(), STEP, "leg/wait?l=" + leg.id());
  }

  private Turn own(Leg leg) {
    legs.isIn(leg, leg.id());
    return talk(leg);
  }

  /// Somebody who has joined asks what he hears next.
  ///
  /// @param round how often he has waited since he was in no room
  public Turn next(String id, String sid, int round) {
    var found =
        legs.heard(id, sid, Leg.State.ANSWERED)
            .filter(one -> one.leg().state() == Leg.State.JOINED);
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var leg = found.get().leg();
    if (!isWanted(found.get())) {
      return gone(leg);
    }
    return leg.isGuests() ? visitors.join(leg, round) : own(leg);
  }

  /// The talk is over for him. A third party who is still wanted waits apart: until the responder
  /// is back, nobody is alone with her.
  public Turn talked(String id, String sid) {
    var rung = legs.heard(id, sid, Leg.State.JOINED);
    if (rung.filter(one -> one.leg().isGuests()).filter(this::isWanted).isPresent()) {
      return visitors.join(rung.get().leg(), 0);
    }
    rung.ifPresent(one -> legs.ends(one.leg(), "talked"));
    return Turn.NOTHING;
  }

  /// A report of the provider, in whatever order they come.
  ///
  /// @param why it is over, in the provider's word
  public void reported(String id, String sid, Leg.State state, String why) {
    legs.report(id, sid, state, why)
        .filter(leg -> !leg.isOpen())
        .map(Leg::call)
        .ifPresent(calls::nudge);
  }
}
