package org.havenline.channel.voice.talk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.ResponderId;
import org.havenline.offer.OfferBook;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.line.TalkRules.Supervision;

/// What the responder of a talk, or a supervisor, does to it. Each is only written down, under the
/// epoch of the ownership; whoever looks at the call does it.
public final class Deeds {
  private final Calls calls;
  private final Legs legs;
  private final Contacts contacts;
  private final Guests guests;
  private final Talks talks;
  private final OfferBook offers;
  private final Tables.Source tables;
  private final Candidates candidates;

  public Deeds(
      Calls calls,
      Legs legs,
      Contacts contacts,
      Guests guests,
      Talks talks,
      OfferBook offers,
      OnHand onHand,
      Tables.Source tables,
      InstantSource clock) {
    this.calls = calls;
    this.legs = legs;
    this.contacts = contacts;
    this.guests = guests;
    this.talks = talks;
    this.offers = offers;
    this.candidates = new Candidates(onHand, tables, clock);
    this.tables = tables;
  }

  /// What became of a deed.
  public enum Outcome {
    DONE,
    /// The contact is not his, or there is no such third party.
    NOT_YOURS,
    /// She is not on the telephone, or the two are not together (yet).
    NOT_TALKING,
    /// One of the kind is there or rung already, or whoever was meant is busy.
    BUSY,
    /// The tables name nobody, or nobody is there now.
    NOBODY
  }

  /// A talk as it stands.
  ///
  /// @param room in which the two are; empty while they are not together
  public record State(Call call, Optional<String> room, Talk talk, List<Present> guests) {}

  /// A third party, wanted now or before.
  ///
  /// @param leg empty before it is rung
  public record Present(Guest guest, Optional<Leg> leg) {}

  /// The talk of a contact; empty when she is not on the telephone.
  public Optional<State> state(Contact contact) {
    return calls
        .of(contact)
        .map(call ->
            new State(
                call,
                room(call, contact),
                talks.of(call.id()),
                guests.of(call.id()).stream()
                    .filter(one -> one.contact().equals(contact.id()))
                    .map(one -> new Present(one, legs.find(one.leg())))
                    .toList()));
  }

  private Optional<String> room(Call call, Contact contact) {
    return contact.state() == ContactState.CONNECTED
        ? legs.room(call.id(), contact)
        : Optional.empty();
  }

  private Optional<Contact> own(ResponderId who, ContactId id) {
    return contacts.find(id).filter(one -> one.isOwnedBy(who));
  }

  private Outcome inRoom(ResponderId who, ContactId id, BiFunction<Call, Contact, Outcome> deed) {
    var contact = own(who, id);
    if (contact.isEmpty()) {
      return Outcome.NOT_YOURS;
    }
    return calls
        .of(contact.get())
        .filter(call -> room(call, contact.get()).isPresent())
        .map(call -> deed.apply(call, contact.get()))
        .orElse(Outcome.NOT_TALKING);
  }

  private static Outcome done(boolean done) {
    return done ? Outcome.DONE : Outcome.NOT_YOURS;
  }

  private static Outcome done(Guests.Asked asked) {
    return switch (asked) {
      case WANTED -> Outcome.DONE;
      case NOT_YOURS -> Outcome.NOT_YOURS;
      case BUSY -> Outcome.BUSY;
    };
  }

  /// Puts her on hold, or takes her off it.
  public Outcome hold(ResponderId who, ContactId id, boolean yes) {
    return inRoom(
        who,
        id,
        (call, contact) ->
            done(talks.hold(call.id(), contact, who, room(call, contact).orElse(""), yes)));
  }

  /// Lets himself not be heard, or be heard again.
  public Outcome mute(ResponderId who, ContactId id, boolean yes) {
    return inRoom(
        who,
        id,
        (call, contact) ->
            done(talks.mute(call.id(), contact, who, room(call, contact).orElse(""), yes)));
  }

  /// Brings somebody in who interprets: whoever is kept for her, else the best who can be called
  /// and was not called in vain before.
  public Outcome interpreter(ResponderId who, ContactId id) {
    return inRoom(
        who,
        id,
        (call, contact) ->
            candidates
                .interpreter(contact, guests.of(call.id()))
                .map(one -> invite(call, contact, who, Kind.INTERPRETER, Way.JOIN, one))
                .orElse(Outcome.NOBODY));
  }

  private Outcome invite(
      Call call, Contact contact, ResponderId who, Kind kind, Way way, ResponderId whom) {
    return done(guests.invite(call.id(), contact, Optional.of(who), kind, way, whom));
  }

  /// Whether the tables name a dispatch centre.
  public boolean hasEmergency() {
    return tables.get().line().talk().emergency().isPresent();
  }

  /// Whether both are told before a supervisor hears them.
  public boolean isAnnounced() {
    return tables.get().line().talk().supervision() == Supervision.ANNOUNCED;
  }

  /// Brings emergency services in. The reason is noted by whoever lets this be done.
  public Outcome emergency(ResponderId who, ContactId id) {
    return !hasEmergency()
        ? Outcome.NOBODY
        : inRoom(
            who,
            id,
            (call, contact) ->
                invite(call, contact, who, Kind.EMERGENCY, Way.JOIN, Guest.DISPATCH));
  }

  /// A supervisor comes into a talk of another, or takes part in another way.
  public Outcome supervise(ResponderId who, ContactId id, Way way) {
    var contact = contacts.find(id).filter(one -> one.state() == ContactState.CONNECTED);
    if (contact.isEmpty() || contact.get().isOwnedBy(who)) {
      return Outcome.NOT_YOURS;
    }
    var state = state(contact.get());
    if (state.flatMap(State::room).isEmpty()) {
      return Outcome.NOT_TALKING;
    }
    if (!candidates.hasPhone(who)) {
      return Outcome.NOBODY;
    }
    var there =
        state.get().guests().stream()
            .filter(one -> one.guest().kind() == Kind.SUPERVISOR)
            .filter(one -> one.guest().whom().equals(who))
            .filter(one -> one.guest().isWantedWith(contact.get()))
            .filter(one -> one.leg().map(Leg::isOpen).orElse(true))
            .findFirst();
    return there.isPresent()
        ? done(guests.change(there.get().guest().id(), who, way))
        : done(
            guests.invite(
                state.get().call().id(),
                contact.get(),
                Optional.empty(),
                Kind.SUPERVISOR,
                way,
                who));
  }

  /// Colleagues to whom a talk may pass, see [Candidates].
  public List<ResponderId> colleagues(Contact contact) {
    return candidates.colleagues(contact);
  }

  /// Lets the talk pass to a colleague: at once when he takes it (cold), or after he was briefed
  /// (warm). Until then it stays as it is, and it does when nothing comes of it.
  public Outcome pass(ResponderId who, ContactId id, ResponderId to, Way way) {
    return inRoom(
        who,
        id,
        (call, contact) ->
            colleagues(contact).contains(to)
                ? invite(call, contact, who, Kind.SUCCESSOR, way, to)
                : Outcome.BUSY);
  }

  /// The colleague who was briefed takes it now.
  public Outcome complete(ResponderId who, ContactId id) {
    return inRoom(
        who,
        id,
        (call, contact) -> {
          var briefed =
              guests.of(call.id()).stream()
                  .filter(one -> one.kind() == Kind.SUCCESSOR && one.isWantedWith(contact))
                  .filter(one ->
                      legs.find(one.leg())
                          .filter(leg -> leg.state() == Leg.State.JOINED)
                          .isPresent())
                  .findFirst();
          return briefed.map(one -> done(guests.take(call.id(), one, who))).orElse(Outcome.NOBODY);
        });
  }

  /// Gives her back to the queue, in her place, and she hears that somebody else is looked for.
  public Outcome passToQueue(ResponderId who, ContactId id) {
    return inRoom(
        who,
        id,
        (call, contact) ->
            done(
                talks.move(call.id(), contact, who)
                    && offers.giveBack(contact.id(), contact.epoch(), who)));
  }

  /// Sends a third party away, or leaves a talk of another.
  public Outcome dismiss(ResponderId who, String guest) {
    return done(guests.dismiss(guest, who));
  }
}
