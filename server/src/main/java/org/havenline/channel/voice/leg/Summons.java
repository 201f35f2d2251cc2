package org.havenline.channel.voice.leg;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.Calls;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
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
  private final Contacts contacts;
  private final OfferBook offers;
  private final Supplier<Tables> tables;
  private final Speech speech;
  private final Visitors visitors;

  public Summons(
      Calls calls,
      Legs legs,
      Contacts contacts,
      OfferBook offers,
      Supplier<Tables> tables,
      Speech speech,
      Visitors visitors) {
    this.calls = calls;
    this.legs = legs;
    this.contacts = contacts;
    this.offers = offers;
    this.tables = tables;
    this.speech = speech;
    this.visitors = visitors;
  }

  /// Somebody or something has picked up.
  public Turn answered(String id, String sid) {
    return known(id, sid, Leg.State.ANSWERED)
        .map(leg -> visitors.asksNothing(leg) ? visitors.enter(leg) : Optional.of(ask(leg, 0)))
        .map(turn -> turn.orElseGet(() -> Turn.NOTHING))
        .orElse(Turn.NOTHING);
  }

  /// The leg, unless it is over, or another that was dialled by accident.
  private Optional<Leg> known(String id, String sid, Leg.State now) {
    return legs.report(id, sid, now, "") ? legs.find(id).filter(Leg::isOpen) : Optional.empty();
  }

  private Turn ask(Leg leg, int tries) {
    return isWanted(leg)
        ? new Turn.Ask(
            List.of(say("callWhisper")), PATIENCE, "leg/key?l=" + leg.id() + "&n=" + tries)
        : gone(leg);
  }

  private boolean isWanted(Leg leg) {
    return calls.find(leg.call()).filter(Call::isLive).isPresent()
        && (leg.isGuests()
            ? visitors.isWanted(leg)
            : contacts.find(leg.contact()).filter(leg::isWantedBy).isPresent());
  }

  private Turn gone(Leg leg) {
    over(leg, "gone");
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
    var leg = known(id, sid, Leg.State.ANSWERED);
    if (leg.isEmpty()) {
      return Turn.NOTHING;
    }
    if (key.equals("1")) {
      return accept(leg.get());
    }
    if (tries + 1 < MOST_TRIES) {
      return ask(leg.get(), tries + 1);
    }
    over(leg.get(), "no-key");
    return Turn.NOTHING;
  }

  private Turn accept(Leg leg) {
    if (leg.isGuests()) {
      return isWanted(leg) ? visitors.enter(leg).orElseGet(() -> gone(leg)) : gone(leg);
    }
    if (!isWanted(leg) || !offers.accept(leg.offer(), leg.responder())) {
      return gone(leg);
    }
    legs.report(leg.id(), "", Leg.State.JOINED, "");
    calls.nudge(leg.call());
    return isToBeReached(leg)
        ? new Turn.Ask(List.of(say("callRinging")), STEP, "leg/wait?l=" + leg.id())
        : own(leg);
  }

  /// Whether she was promised the call and is not on the telephone yet.
  private boolean isToBeReached(Leg leg) {
    return calls.find(leg.call()).filter(call -> call.stage() == Call.Stage.BACK).isPresent();
  }

  /// He waits until she is reached, and asks again and again; told in words when she is not.
  public Turn waits(String id, String sid) {
    var found = known(id, sid, Leg.State.JOINED);
    if (found.isEmpty()) {
      return Turn.NOTHING;
    }
    var leg = found.get();
    var contact = contacts.find(leg.contact());
    var promised = contact.flatMap(one -> one.escalated().promised()).map(Contact.Promised::state);
    if (contact.filter(leg::isWantedBy).isEmpty()
        || promised.filter(FINAL::containsKey).isPresent()) {
      over(leg, "not-reached");
      var told = promised.map(state -> FINAL.getOrDefault(state, "callNotReached"));
      return new Turn.End(List.of(say(told.orElse("callOver"))));
    }
    var call = calls.find(leg.call());
    return call.filter(one -> MEETS.contains(one.stage())).isPresent()
        ? own(leg)
        : new Turn.Ask(List.of(), STEP, "leg/wait?l=" + leg.id());
  }

  private Turn own(Leg leg) {
    legs.isIn(leg, leg.id());
    return new Turn.Talk(leg.id(), "leg/over?l=" + leg.id());
  }

  /// Somebody who has joined asks what he hears next.
  ///
  /// @param round how often he has waited since he was in no room
  public Turn next(String id, String sid, int round) {
    var leg = known(id, sid, Leg.State.ANSWERED).filter(one -> one.state() == Leg.State.JOINED);
    if (leg.isEmpty()) {
      return Turn.NOTHING;
    }
    if (!isWanted(leg.get())) {
      return gone(leg.get());
    }
    return leg.get().isGuests() ? visitors.join(leg.get(), round) : own(leg.get());
  }

  /// The talk is over for him. A third party who is still wanted waits apart: until the responder
  /// is back, nobody is alone with her.
  public Turn talked(String id, String sid) {
    var leg = known(id, sid, Leg.State.JOINED);
    if (leg.filter(Leg::isGuests).filter(this::isWanted).isPresent()) {
      return visitors.join(leg.get(), 0);
    }
    leg.ifPresent(one -> over(one, "talked"));
    return Turn.NOTHING;
  }

  private void over(Leg leg, String why) {
    legs.report(leg.id(), "", Leg.State.OVER, why);
    calls.nudge(leg.call());
  }

  /// A report of the provider, in whatever order they come.
  ///
  /// @param why it is over, in the provider's word
  public void reported(String id, String sid, Leg.State state, String why) {
    if (legs.report(id, sid, state, why)) {
      legs.find(id).map(Leg::call).ifPresent(calls::nudge);
    }
  }
}
