package org.havenline.channel.voice.leg;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.talk.Guest;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.channel.voice.talk.Guests;
import org.havenline.channel.voice.talk.Talks;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.line.TalkRules.Supervision;

/// Third parties who have picked up: when each comes into the talk, and how. As with responders,
/// only a pressed 1 lets one in, so no machine is ever in a talk; a dispatch centre presses
/// nothing.
public final class Visitors {
  /// Quiet between two questions of one who waits.
  private static final Duration QUIET = Duration.ofSeconds(5);

  private static final int SAID_AGAIN = 4;

  private final Calls calls;
  private final Legs legs;
  private final Contacts contacts;
  private final Guests guests;
  private final Talks talks;
  private final Supplier<Tables> tables;
  private final Speech speech;

  public Visitors(
      Calls calls,
      Legs legs,
      Contacts contacts,
      Guests guests,
      Talks talks,
      Supplier<Tables> tables,
      Speech speech) {
    this.calls = calls;
    this.legs = legs;
    this.contacts = contacts;
    this.guests = guests;
    this.talks = talks;
    this.tables = tables;
    this.speech = speech;
  }

  private Optional<Guest> wanted(Leg leg) {
    return guests
        .find(leg.guest())
        .filter(guest -> contact(leg).filter(guest::isWantedWith).isPresent());
  }

  private Optional<Contact> contact(Leg leg) {
    return contacts.find(leg.contact());
  }

  boolean isWanted(Leg leg) {
    return wanted(leg).isPresent();
  }

  /// Whether whoever picks up is the one who was called, without pressing a key.
  boolean asksNothing(Leg leg) {
    return leg.isGuests() && leg.responder().equals(Guest.DISPATCH);
  }

  /// Comes in.
  ///
  /// @return empty when he is not wanted any more
  Optional<Turn> enter(Leg leg) {
    var guest = wanted(leg);
    if (guest.isEmpty()) {
      return Optional.empty();
    }
    if (guest.get().kind() == Kind.SUCCESSOR && takesAtOnce(leg, guest.get())) {
      return take(leg, guest.get());
    }
    legs.joins(leg, "");
    return Optional.of(join(leg, 0));
  }

  /// Also when whoever wanted to brief him has left meanwhile.
  private boolean takesAtOnce(Leg leg, Guest guest) {
    return guest.way() == Way.COLD || room(leg).isEmpty();
  }

  private Optional<String> room(Leg leg) {
    return contact(leg)
        .filter(one -> one.state() == ContactState.CONNECTED)
        .flatMap(one -> legs.room(leg.call(), one));
  }

  private Optional<Turn> take(Leg leg, Guest guest) {
    var owner = contact(leg).flatMap(Contact::responder);
    if (owner.filter(one -> guests.take(leg.call(), guest, one)).isEmpty()) {
      return Optional.empty();
    }
    legs.isIn(leg, leg.id());
    calls.nudge(leg.call());
    return Optional.of(new Turn.Talk(leg.id(), "leg/over?l=" + leg.id()));
  }

  /// Into the room where the two are, or apart from it until they are and he may.
  ///
  /// @param round how often he has waited
  Turn join(Leg leg, int round) {
    var room =
        room(leg).filter(one -> wanted(leg).filter(guest -> mayEnter(leg, guest, one)).isPresent());
    legs.isIn(leg, room.orElse(""));
    if (room.isPresent()) {
      boolean listens = wanted(leg).filter(guest -> guest.kind() == Kind.SUPERVISOR).isPresent();
      return new Turn.Talk(room.get(), "leg/over?l=" + leg.id(), true, listens);
    }
    calls.nudge(leg.call());
    var main = tables.get().line().languages().getFirst();
    var words =
        round % SAID_AGAIN == 0
            ? List.of(speech.say("callHold", Map.of(), main, main))
            : List.<Turn.Spoken>of();
    return new Turn.Ask(words, QUIET, "leg/next?l=" + leg.id() + "&n=" + (round + 1));
  }

  /// She never hears how a colleague is briefed; nobody listens before it was said.
  private boolean mayEnter(Leg leg, Guest guest, String room) {
    return switch (guest.kind()) {
      case INTERPRETER, EMERGENCY -> true;
      case SUCCESSOR -> Seating.isHeld(talks.of(leg.call()), leg.call(), room);
      case SUPERVISOR ->
          tables.get().line().talk().supervision() == Supervision.SILENT
              || guest.announced().isPresent();
    };
  }
}
