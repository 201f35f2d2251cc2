package org.havenline.channel.voice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Company;
import org.havenline.channel.voice.leg.Dialler;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.channel.voice.leg.Ringing;
import org.havenline.channel.voice.leg.Summons;
import org.havenline.channel.voice.leg.Switchboard;
import org.havenline.channel.voice.leg.Visitors;
import org.havenline.channel.voice.mailbox.MessageRooms;
import org.havenline.channel.voice.softphone.Phones;
import org.havenline.channel.voice.talk.Asides;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.channel.voice.talk.Guests;
import org.havenline.channel.voice.talk.Talks;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.journal.Event;
import org.havenline.conversation.SafeTimes;
import org.havenline.intake.Intake;
import org.havenline.offer.OfferBook;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.queue.Board;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.queue.WishBook;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms of one line's calls, put together.
///
/// @param attendant answers who calls
/// @param summons answers responders who are rung
/// @param asides what is heard beside a talk
/// @param deeds what responders and supervisors do to a talk
/// @param switchboard does what is missing
/// @param back calls that people were promised
/// @param messages what callers leave where it is allowed
public record CallRooms(
    Calls calls,
    Attendant attendant,
    Summons summons,
    Asides asides,
    Deeds deeds,
    Switchboard switchboard,
    BackRooms back,
    MessageRooms messages) {
  private static final Logger LOG = LoggerFactory.getLogger(CallRooms.class);

  /// Longer than a slow answer of the provider.
  public static final Duration LEASE = Duration.ofSeconds(15);

  /// After these, other telephones may have to ring.
  private static final Set<String> RINGS =
      Set.of(
          "contact.offered",
          "contact.connected",
          "contact.returned",
          "contact.offer-ended",
          "contact.promised",
          "contact.closed",
          "contact.call");

  /// What they stand on.
  ///
  /// @param intake of the same line
  /// @param tables in force
  public record Ground(
      Redis redis,
      LineKeys keys,
      Vault vault,
      Pseudonyms pseudonyms,
      Intake intake,
      Tables.Source tables,
      InstantSource clock) {

    Phones phones() {
      return new Phones(pseudonyms, keys.line());
    }
  }

  /// @param nudged is told that a worker has something to do
  public static CallRooms of(Ground on, Dialler dialler, Speech speech, Runnable nudged) {
    var contacts = new Contacts(on.redis(), on.keys());
    var offers = new OfferBook(on.redis(), on.keys(), on.clock());
    var calls =
        new Calls(on.redis(), on.keys(), on.vault(), on.intake()::person, nudged, on.clock());
    var legs = new Legs(on.redis(), on.keys(), on.pseudonyms(), nudged, on.clock());
    var guests = new Guests(on.redis(), on.keys(), on.clock());
    var talks = new Talks(on.redis(), on.keys(), on.clock());
    var onHand = new OnHand(new Board(on.redis(), on.keys()));
    var safe = new SafeTimes(on.redis(), on.keys(), on.clock());
    var counter =
        new Counter(
            on.keys().line(),
            on.intake(),
            contacts,
            safe,
            new WishBook(on.redis(), on.keys(), contacts, on.tables(), on.clock()),
            offers,
            on.tables(),
            on.clock());
    var ground = new BackRooms.Ground(on, contacts, calls, legs, safe, speech);
    var messages = MessageRooms.of(on, contacts, calls, speech, nudged);
    var attendant =
        new Attendant(
            calls,
            legs,
            talks,
            contacts,
            on.tables(),
            counter,
            new Standing(on.tables(), onHand, on.clock()),
            ground.wish(),
            messages.mailbox(),
            speech);
    var ringing = new Ringing(legs, on.tables(), offers, on.phones(), dialler, on.clock());
    var back = ground.rooms(attendant);
    var switchboard =
        new Switchboard(
            on.redis(),
            on.keys(),
            calls,
            legs,
            contacts,
            ringing,
            new Company(legs, guests, talks, on.tables(), ringing, dialler),
            dialler,
            attendant::over,
            ground.returning(ringing, dialler)::look,
            LEASE,
            on.clock());
    return new CallRooms(
        calls,
        attendant,
        new Summons(
            calls,
            legs,
            offers,
            on.tables(),
            speech,
            new Visitors(calls, legs, contacts, guests, talks, on.tables(), speech)),
        new Asides(calls, guests, talks, on.tables(), speech),
        new Deeds(calls, legs, contacts, guests, talks, offers, onHand, on.tables(), on.clock()),
        switchboard,
        back,
        messages);
  }

  /// An event of the line. Should it not be heard, the call is looked at within half a minute.
  public void hear(Event event) {
    if (RINGS.contains(event.type())) {
      try {
        event.contact().ifPresent(calls::nudge);
      } catch (RedisUnavailable e) {
        LOG.debug("store away");
      }
    }
  }
}
