package org.havenline.channel.voice.leg;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.leg.Seating.Seated;
import org.havenline.channel.voice.talk.Guest;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.channel.voice.talk.Guests;
import org.havenline.channel.voice.talk.Talks;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.lane.Claim;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.outside.Interpreter;

/// Looks after the third parties of a call: rings whoever is wanted, brings them to where the two
/// are, and lets a talk pass to whoever is to have it.
public final class Company {
  private final Legs legs;
  private final Guests guests;
  private final Supplier<Tables> tables;
  private final Ringing ringing;
  private final Seating seating;
  private final Dialler dialler;

  public Company(
      Legs legs,
      Guests guests,
      Talks talks,
      Supplier<Tables> tables,
      Ringing ringing,
      Dialler dialler) {
    this.legs = legs;
    this.guests = guests;
    this.tables = tables;
    this.ringing = ringing;
    this.dialler = dialler;
    this.seating = new Seating(talks, guests, dialler);
  }

  /// Whether a third party's telephone is still wanted.
  boolean isWanted(Leg leg, Contact contact) {
    return guests.find(leg.guest()).filter(one -> one.isWantedWith(contact)).isPresent();
  }

  /// Those wanted whose telephone is not over, or not dialled yet.
  private List<Guest> open(Call call, Contact contact) {
    return guests.of(call.id()).stream()
        .filter(one -> one.isWantedWith(contact))
        .filter(one -> legs.find(one.leg()).filter(leg -> !leg.isOpen()).isEmpty())
        .toList();
  }

  /// Whether the owner is not to be rung again now: he has left her to somebody who is rung.
  boolean isPassing(Call call, Contact contact) {
    return contact.state() == ContactState.CONNECTED && successor(open(call, contact)).isPresent();
  }

  private static Optional<Guest> successor(List<Guest> open) {
    return open.stream().filter(one -> one.kind() == Kind.SUCCESSOR).findFirst();
  }

  /// @return whether it has to be looked at again soon
  boolean look(Claim claim, Call call, Contact contact) {
    if (contact.state() != ContactState.CONNECTED) {
      return false;
    }
    var room = legs.room(call.id(), contact);
    room.ifPresent(_ -> interpret(call, contact));
    var open = open(call, contact);
    if (room.isEmpty() && passesOn(call, contact, open)) {
      return true;
    }
    boolean soon = false;
    for (var guest : open) {
      soon |= bring(claim, call, contact, guest, room);
    }
    var owner = room.flatMap(legs::find);
    if (owner.isPresent()) {
      var there = owner.get();
      if (!there.room().isEmpty() && !there.room().equals(there.id())) {
        soon |= !dialler.fetch(there);
      }
      var rules = tables.get().line().talk();
      soon |= seating.look(call, there, present(open), isAside(call, open), rules.supervision());
    }
    return soon;
  }

  /// Whether she is not to hear the room: a successor comes in, or one who is not wanted any more
  /// may still be there, since his telephone could not be ended yet.
  private boolean isAside(Call call, List<Guest> open) {
    return successor(open).isPresent()
        || guests.of(call.id()).stream()
            .filter(one -> one.kind() == Kind.SUCCESSOR)
            .flatMap(one -> legs.find(one.leg()).stream())
            .anyMatch(leg -> leg.isGuests() && leg.state() == Leg.State.JOINED);
  }

  private List<Seated> present(List<Guest> open) {
    return open.stream()
        .flatMap(one -> legs.find(one.leg()).map(leg -> new Seated(one, leg)).stream())
        .filter(one -> one.leg().state() == Leg.State.JOINED)
        .toList();
  }

  /// Whoever was chosen to interpret when she was offered is rung as soon as the two are together.
  private void interpret(Call call, Contact contact) {
    var whom = contact.escalated().interpreter();
    boolean asked =
        guests.of(call.id()).stream()
            .anyMatch(one ->
                one.kind() == Kind.INTERPRETER
                    && one.contact().equals(contact.id())
                    && one.epoch() == contact.epoch());
    if (whom.isPresent() && !asked) {
      guests.invite(
          call.id(),
          contact,
          Optional.empty(),
          Kind.INTERPRETER,
          Way.JOIN,
          new ResponderId(whom.get()));
    }
  }

  /// He who has briefed a colleague and hangs up has passed her on. When it was she who hung up,
  /// and that is not reported yet, nothing passes.
  private boolean passesOn(Call call, Contact contact, List<Guest> open) {
    var briefed =
        successor(open)
            .filter(one ->
                legs.find(one.leg()).filter(leg -> leg.state() == Leg.State.JOINED).isPresent());
    var owner = contact.responder();
    if (briefed.isEmpty() || owner.isEmpty()) {
      return false;
    }
    return dialler.isOver(call.id().value()).orElse(true)
        || guests.take(call.id(), briefed.get(), owner.get());
  }

  private boolean bring(
      Claim claim, Call call, Contact contact, Guest guest, Optional<String> room) {
    var known = legs.find(guest.leg());
    var phone = phone(guest);
    if (known.isEmpty()) {
      if (phone.isEmpty()) {
        guests.dismiss(guest.id(), guest.whom());
        return false;
      }
      return legs.dialling(claim, call.id(), contact, guest)
          .map(leg -> ringing.dial(leg, phone.get(), call.to(), Ringing.LONGEST, keys(guest)))
          .orElse(true);
    }
    var leg = known.get();
    if (leg.sid().isEmpty()) {
      return ringing.look(leg, phone, call.to());
    }
    boolean astray =
        leg.state() == Leg.State.JOINED
            && !leg.room().isEmpty()
            && room.filter(leg.room()::equals).isEmpty();
    return astray && !dialler.fetch(leg);
  }

  private Optional<String> phone(Guest guest) {
    var inForce = tables.get();
    return guest.kind() == Kind.EMERGENCY
        ? inForce.line().talk().emergency()
        : calledIn(guest).map(Interpreter::number).or(() -> ringing.phone(guest.whom()));
  }

  private String keys(Guest guest) {
    return calledIn(guest).flatMap(Interpreter::extension).orElse("");
  }

  private Optional<Interpreter> calledIn(Guest guest) {
    return guest.kind() == Kind.INTERPRETER
        ? tables.get().whole().interpreters().stream()
            .filter(one -> one.id().equals(guest.whom().value()))
            .findFirst()
        : Optional.empty();
  }
}
