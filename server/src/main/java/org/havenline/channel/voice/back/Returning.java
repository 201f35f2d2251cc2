package org.havenline.channel.voice.back;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Caller;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Dialler;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.channel.voice.leg.Ringing;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
import org.havenline.conversation.SafeTimes;
import org.havenline.lane.Claim;

/// Brings a promised call about: looks how it stands, and does what is missing. Responders are rung
/// when the contact's turn comes, as for every call; only when one of them is there and waits, her
/// telephone is. No machine is ever looked for on it.
public final class Returning {
  /// Short enough that few machines pick up.
  private static final Duration RING = Duration.ofSeconds(20);

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofSeconds(30);

  /// The provider is asked after telephones of which nothing was heard for so long.
  private static final Duration SILENCE = Duration.ofSeconds(45);

  /// It needs a moment until a call shows in its list.
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  /// By then it would have rung out.
  private static final Duration LOST = Duration.ofSeconds(50);

  private final Calls calls;
  private final Legs legs;
  private final Backs backs;
  private final Contacts contacts;
  private final Envelopes envelopes;
  private final SafeTimes safe;
  private final Ringing ringing;
  private final Dialler dialler;
  private final InstantSource clock;

  public Returning(
      Calls calls,
      Legs legs,
      Backs backs,
      Contacts contacts,
      Envelopes envelopes,
      SafeTimes safe,
      Ringing ringing,
      Dialler dialler,
      InstantSource clock) {
    this.calls = calls;
    this.legs = legs;
    this.backs = backs;
    this.contacts = contacts;
    this.envelopes = envelopes;
    this.safe = safe;
    this.ringing = ringing;
    this.dialler = dialler;
    this.clock = clock;
  }

  /// @return when it is looked at again, empty when nothing is left to do
  public Optional<Duration> look(Claim claim, Call found) {
    lookAfter(found);
    var id = found.id();
    var contact =
        contacts
            .of(found.person())
            .flatMap(contacts::find)
            .filter(one -> backs.isPromised(one.id(), id));
    if (contact.isEmpty()) {
      return end(id);
    }
    if (!backs.isWaitedFor(found)) {
      backs.handOver(id);
      return Optional.of(endRing(id) ? LATER : SOON);
    }
    boolean soon = endOthers(id, contact);
    soon |= bring(claim, found, contact.get());
    return Optional.of(soon ? SOON : LATER);
  }

  /// Reports get lost.
  private void lookAfter(Call call) {
    if (call.heard().plus(SILENCE).isAfter(clock.instant())) {
      return;
    }
    for (var leg : open(call.id())) {
      found(leg);
    }
    backs.ring(call.id()).ifPresent(this::found);
    calls.heard(call.id());
  }

  private void found(Leg leg) {
    if (leg.isOpen() && !leg.sid().isEmpty() && dialler.isOver(leg.sid()).orElse(false)) {
      legs.report(leg.id(), leg.sid(), Leg.State.OVER, "found-over");
    }
  }

  private List<Leg> open(CallId id) {
    return legs.of(id).stream().filter(Leg::isOpen).toList();
  }

  private Optional<Duration> end(CallId id) {
    boolean isSilent = endRing(id);
    boolean left = endOthers(id, Optional.empty()) || !isSilent;
    if (!left) {
      backs.forget(id);
    }
    return left ? Optional.of(SOON) : Optional.empty();
  }

  /// @return whether her telephone is silent
  private boolean endRing(CallId id) {
    return backs.ring(id).filter(Leg::isOpen).map(ringing::end).orElse(true);
  }

  /// Legs for which nobody is asked any more. Who has joined waits for her, and is told in words.
  ///
  /// @return whether something is left
  private boolean endOthers(CallId id, Optional<Contact> contact) {
    boolean left = false;
    for (var leg : open(id)) {
      if (contact.filter(leg::isWantedBy).isEmpty()) {
        left |= leg.state() == Leg.State.JOINED || !ringing.end(leg);
      }
    }
    return left;
  }

  /// @return whether it has to be looked at again soon
  private boolean bring(Claim claim, Call found, Contact contact) {
    var id = found.id();
    var ring = backs.ring(id);
    if (ring.isPresent()) {
      follow(ring.get(), contact);
      return true;
    }
    if (!safe.mayCall(contact.id())) {
      backs.missed(id, "", Backs.TOO_LATE);
      return true;
    }
    var between = envelopes.between(contact.id()).filter(one -> Caller.hasNumber(one.hers()));
    if (between.isEmpty()) {
      backs.missed(id, "", Backs.NO_NUMBER);
      return true;
    }
    var call = found.between(between.get().hers(), between.get().ours().value());
    boolean soon = ringing.ring(claim, call, contact);
    return legs.room(id, contact).isPresent() ? dial(claim, call, contact) : soon;
  }

  private boolean dial(Claim claim, Call call, Contact contact) {
    switch (backs.ringing(claim, call, contact)) {
      case Begun.Yes(var leg) -> dial(leg, call);
      case Begun.Unsafe() -> backs.missed(call.id(), "", Backs.TOO_LATE);
      case Begun.Enough() -> backs.missed(call.id(), "", Backs.NOT_REACHED);
      case Begun.No() -> {}
    }
    return true;
  }

  private void dial(Leg leg, Call call) {
    switch (dialler.dialBack(leg, call.from().value(), call.to(), RING)) {
      case Result.Accepted(var sid) -> legs.report(leg.id(), sid, Leg.State.RINGING, "");
      case Result.Refused(int code) -> legs.report(leg.id(), "", Leg.State.OVER, "refused-" + code);
      case Result.Busy _ -> backs.unrung(leg, false);
      // it is looked for, and never dialled again
      case Result.Unknown _ -> {}
    }
  }

  /// Her telephone rings, or did.
  private void follow(Leg ring, Contact contact) {
    if (!ring.isOpen()) {
      settle(ring);
    } else if (ring.sid().isEmpty()) {
      find(ring, contact);
    } else if (ring.state() == Leg.State.RINGING
        && (ring.epoch() != contact.epoch() || legs.room(ring.call(), contact).isEmpty())) {
      // nobody would be there when she picks up
      var _ = ringing.end(ring);
    }
  }

  private void settle(Leg ring) {
    switch (legs.why(ring)) {
      case "not-asked" -> backs.unrung(ring, true);
      case Backs.WRONG_CODE -> backs.missed(ring.call(), ring.id(), Backs.WRONG_CODE);
      default -> backs.missed(ring.call(), ring.id(), Backs.NOT_REACHED);
    }
  }

  private void find(Leg ring, Contact contact) {
    var now = clock.instant();
    if (ring.at().plus(FIRST_LOOK).isAfter(now)) {
      return;
    }
    var found = envelopes.between(contact.id()).flatMap(between -> find(between, ring.at()));
    if (found.isPresent()) {
      legs.report(ring.id(), found.get(), Leg.State.RINGING, "");
    } else if (ring.at().plus(LOST).isBefore(now)) {
      legs.report(ring.id(), "", Leg.State.OVER, "lost");
    }
  }

  private Optional<String> find(Envelopes.Between between, Instant since) {
    try {
      return dialler.find(between.hers().value(), between.ours().value(), since);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
