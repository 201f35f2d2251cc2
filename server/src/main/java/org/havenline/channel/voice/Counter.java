package org.havenline.channel.voice;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.KeyAnswer;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Caller;
import org.havenline.channel.voice.call.Waiting;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.conversation.SafeTimes;
import org.havenline.intake.Reception;
import org.havenline.offer.OfferBook;
import org.havenline.queue.Tables;
import org.havenline.queue.WishBook;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;

/// Hands in what a caller says by keys, the way a text is handed in: on disk, once, and understood
/// with the rest of her conversation.
final class Counter {
  private static final String SID = "call-";

  private final LineId line;
  private final Reception reception;
  private final Contacts contacts;
  private final SafeTimes safe;
  private final WishBook wishes;
  private final OfferBook offers;
  private final Supplier<Tables> tables;
  private final InstantSource clock;

  Counter(
      LineId line,
      Reception reception,
      Contacts contacts,
      SafeTimes safe,
      WishBook wishes,
      OfferBook offers,
      Supplier<Tables> tables,
      InstantSource clock) {
    this.line = line;
    this.reception = reception;
    this.contacts = contacts;
    this.safe = safe;
    this.wishes = wishes;
    this.offers = offers;
    this.tables = tables;
    this.clock = clock;
  }

  /// By which a call is accepted once.
  static String sid(CallId call) {
    return SID + call;
  }

  /// The call becomes a contact, at the place of its pick-up.
  void takeIn(Call call, Optional<KeyAnswer> chosen) {
    accept(call, "", call.from(), chosen.stream().toList());
  }

  void sign(Call call, KeyAnswer.Sign sign) {
    accept(call, "-" + sign.code(), call.from(), List.of(sign));
  }

  /// She goes on by text: another conversation, as urgent as this one, with the place of her call.
  void text(Call call) {
    var keys = new java.util.ArrayList<KeyAnswer>();
    if (!call.language().isEmpty()) {
      keys.add(new KeyAnswer.Language(call.language()));
    }
    keys.add(Questions.CANNOT_TALK);
    accept(call, "-text", new Address(Channel.SMS, call.from().value()), keys);
  }

  /// She wants to talk with a woman: whoever else is asked now is asked no more, from this moment.
  ///
  /// @return whether it is noted, which it is not before she has a place
  boolean woman(Contact contact) {
    var before = contact.wishes();
    boolean noted =
        wishes.note(
            contact.id(),
            Optional.empty(),
            new Contact.Wishes(Set.of(Gender.WOMAN), before.minor(), before.avoided()));
    // who took it a moment ago, and is not with her yet, is not the one she wants
    contacts
        .find(contact.id())
        .filter(one -> one.state() == ContactState.CONNECTED)
        .ifPresent(one ->
            one.responder()
                .filter(owner -> !tables.get().isWelcome(owner, one.wishes()))
                .ifPresent(owner -> offers.giveBack(one.id(), one.epoch(), owner)));
    return noted;
  }

  /// Whether she can still wish for a woman: the line has some, and she has said nothing of it.
  boolean mayWish(Contact contact) {
    return contact.wishes().genders().isEmpty()
        && tables.get().staff().values().stream()
            .anyMatch(one -> one.gender().filter(Gender.WOMAN::equals).isPresent());
  }

  /// Whether a text could reach her, and she has not said that it may not.
  boolean textable(Call call) {
    return isReached(call) && contacts.of(call.person()).filter(one -> !safe.isNow(one)).isEmpty();
  }

  boolean textable(Waiting waiting) {
    return isReached(waiting.call()) && waiting.safe().allows(clock.instant());
  }

  private boolean isReached(Call call) {
    return Caller.hasNumber(call.from()) && tables.get().line().reachedAt(Channel.SMS, call.to());
  }

  private void accept(Call call, String what, Address from, List<KeyAnswer> keys) {
    reception.accept(
        new InboundMessage(
            line,
            sid(call.id()) + what,
            from,
            new Address(from.channel(), call.to()),
            "",
            List.of(),
            "",
            "",
            call.began(),
            keys));
  }
}
