package org.havenline.channel.voice.leg;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.softphone.Phones;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.lane.Claim;
import org.havenline.offer.Offer;
import org.havenline.offer.OfferBook;
import org.havenline.queue.Tables;

/// Rings those who are asked about a call, each once for an offer; who has it and was cut off is
/// rung once more. Whoever cannot be reached has declined, and the next is asked.
public final class Ringing {
  static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  /// The provider needs a moment until a call shows in its list.
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  /// By then it would have rung out by itself.
  private static final Duration LOST = Duration.ofSeconds(50);

  private static final int MOST_FOR_OWNER = 2;

  private final Legs legs;
  private final Supplier<Tables> tables;
  private final OfferBook offers;
  private final Phones phones;
  private final Dialler dialler;
  private final InstantSource clock;

  public Ringing(
      Legs legs,
      Supplier<Tables> tables,
      OfferBook offers,
      Phones phones,
      Dialler dialler,
      InstantSource clock) {
    this.legs = legs;
    this.tables = tables;
    this.offers = offers;
    this.phones = phones;
    this.dialler = dialler;
    this.clock = clock;
  }

  /// @return whether it has to be looked at again soon
  public boolean ring(Claim claim, Call call, Contact contact) {
    boolean soon = false;
    for (var whom : asked(contact)) {
      soon |= ring(claim, call, contact, whom);
    }
    return soon;
  }

  private static Set<ResponderId> asked(Contact contact) {
    return contact.state() == ContactState.CONNECTED
        ? Set.of(contact.responder().orElseThrow())
        : contact.offered().map(offer -> offer.reasons().keySet()).orElse(Set.of());
  }

  private boolean ring(Claim claim, Call call, Contact contact, ResponderId whom) {
    var before = legs.of(call.id()).stream().filter(leg -> leg.isFor(contact, whom)).toList();
    var open = before.stream().filter(Leg::isOpen).findFirst();
    if (open.isPresent()) {
      return open.get().sid().isEmpty() && look(open.get(), phone(whom), call.to());
    }
    boolean owner = contact.state() == ContactState.CONNECTED;
    var phone = phone(whom);
    if (phone.isEmpty()
        || before.size() >= (owner ? MOST_FOR_OWNER : 1)
        || !tables.get().isWelcome(whom, contact.wishes())) {
      pass(contact, whom, owner);
      return false;
    }
    if (!before.isEmpty() && call.stage() != Call.Stage.BACK) {
      // perhaps it was she who hung up, and her end is not reported yet
      var isOver = dialler.isOver(call.id().value());
      if (isOver.orElse(true)) {
        return true;
      }
    }
    var ring = owner ? LONGEST : rest(contact);
    return ring.compareTo(SHORTEST) < 0
        || legs.dialling(claim, call.id(), contact, whom, before.size())
            .map(leg -> dial(leg, phone.get(), call.to(), ring, ""))
            .orElse(true);
  }

  private Duration rest(Contact contact) {
    var until = contact.offered().map(Contact.Offered::until).orElse(Instant.EPOCH);
    var rest = Duration.between(clock.instant(), until);
    return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
  }

  /// Where the provider rings a member of staff.
  Optional<String> phone(ResponderId whom) {
    return phones.of(tables.get(), whom);
  }

  /// He cannot be reached: somebody else is asked, and she keeps her place.
  private void pass(Contact contact, ResponderId whom, boolean owner) {
    if (owner) {
      offers.giveBack(contact.id(), contact.epoch(), whom);
    } else {
      offers.decline(new Offer(contact.id(), contact.epoch()), whom);
    }
  }

  /// @return whether it has to be looked at again soon
  boolean dial(Leg leg, String phone, String from, Duration ring, String keys) {
    return switch (dialler.dial(leg, phone, from, ring, keys)) {
      case Result.Accepted(var sid) -> {
        legs.report(leg.id(), sid, Leg.State.RINGING, "");
        yield false;
      }
      case Result.Refused(int code) -> {
        legs.report(leg.id(), "", Leg.State.OVER, "refused-" + code);
        yield true;
      }
      case Result.Busy _ -> {
        legs.undone(leg);
        yield true;
      }
      case Result.Unknown _ -> true;
    };
  }

  /// What was dialled, and nobody knows whether it rings.
  ///
  /// @return whether it has to be looked at again soon
  boolean look(Leg leg, Optional<String> phone, String from) {
    var now = clock.instant();
    if (leg.at().plus(FIRST_LOOK).isAfter(now)) {
      return true;
    }
    var found = phone.flatMap(to -> find(leg, to, from));
    if (found.isPresent()) {
      legs.report(leg.id(), found.get(), Leg.State.RINGING, "");
    } else if (leg.at().plus(LOST).isBefore(now)) {
      legs.report(leg.id(), "", Leg.State.OVER, "lost");
    }
    return found.isEmpty();
  }

  private Optional<String> find(Leg leg, String phone, String from) {
    try {
      return dialler.find(phone, from, leg.at());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /// @return whether it is over
  public boolean end(Leg leg) {
    if (leg.sid().isEmpty()) {
      // its own request tells which it is, and is answered by hanging up; else it rings out
      if (leg.at().plus(LOST).isBefore(clock.instant())) {
        legs.report(leg.id(), "", Leg.State.OVER, "lost");
        return true;
      }
      return false;
    }
    boolean ended = dialler.end(leg.sid());
    if (ended) {
      legs.report(leg.id(), leg.sid(), Leg.State.OVER, "not-asked");
    }
    return ended;
  }
}
