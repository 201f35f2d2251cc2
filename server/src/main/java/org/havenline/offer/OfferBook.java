package org.havenline.offer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routingconfig.asking.Welfare;

/// Asks responders about a contact: one, or several at once, of whom the first who accepts has it.
/// A contact has at most one owner whatever crashes or pauses: each offer has a new epoch, the same
/// for all who are asked at once, and every later write names it.
///
/// Keys:
/// - `{line}:contact:<id>` fields `state`, `epoch`, `responder` (who are asked, a line each, or the
///   owner), `round` how many were asked at once, `reasons <responder>` for each who is asked,
///   `until`, `asked`, `interpreter`, `offered-by` (version of the tables); `instead-of` epoch of
///   the last offer that one of several took, and who else was asked, a line each
/// - `{line}:interpreting` hash: who interprets → for which contact
/// - `{line}:contact:<id>` besides `answered`: who has owned it, the last one first, and `counted`:
///   the owner in whose row of high risk it is counted
/// - `{line}:person:<id>` field `known`: who answered this person, the last one first
/// - `{line}:responder:<id>` fields `in-a-row` contacts of high risk taken with none of lesser risk
///   between, `strained` when the last of them began or ended (ms)
/// - `{line}:holds:<responder>` hash: contact offered to him or connected with him → channel
/// - `{line}:timers` member `offer|<contact>|<epoch>` → until (ms), of all who are asked at once
public final class OfferBook {
  private static final RedisScript OFFER = RedisScript.of(OfferBook.class, "offer.lua");
  private static final RedisScript ACCEPT = RedisScript.of(OfferBook.class, "accept.lua");
  private static final RedisScript GIVE_BACK = RedisScript.of(OfferBook.class, "give-back.lua");
  private static final RedisScript RETURN = RedisScript.of(OfferBook.class, "return.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public OfferBook(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /// Asks those responders who are still free, if the contact still waits as it was seen.
  ///
  /// @param seen the contact's epoch when they were chosen
  /// @param asked one or more, all at the same moment
  /// @param interpreter who interprets for her meanwhile, and for nobody else
  /// @param welfare when a break is due that he has not had yet
  /// @param by what the choice was made by: refused when the contact is placed by anything else
  /// @return the offer, or empty when something changed meanwhile and the choice must be made anew
  public Optional<Offer> offer(
      ContactId contact,
      long seen,
      List<Asked> asked,
      Duration timeout,
      Optional<String> interpreter,
      Welfare welfare,
      Ruling by) {
    var now = clock.instant();
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of(contact, seen, now.plus(timeout).toEpochMilli(), now.toEpochMilli()));
    arguments.addAll(List.of(interpreter.orElse(""), welfare.highRiskInARow()));
    arguments.addAll(List.of(welfare.rest().toMillis(), by.stamp(), by.version()));
    for (var one : asked) {
      arguments.addAll(List.of(one.responder(), one.capacity(), String.join("\n", one.reasons())));
    }
    long epoch = redis.run(OFFER, keys.prefix(), arguments.toArray()).number();
    return epoch > 0 ? Optional.of(new Offer(contact, epoch)) : Optional.empty();
  }

  /// Makes the asked responder the owner; nobody else is asked any more.
  ///
  /// @return false when the offer is gone: expired, withdrawn, or taken by another
  public boolean accept(Offer offer, ResponderId responder) {
    return redis
            .run(ACCEPT, keys.prefix(), offer.contact(), offer.epoch(), responder, clock.millis())
            .number()
        == 1;
  }

  /// Whether another took it who was asked at the same moment as this responder.
  public boolean isTaken(Offer offer, ResponderId responder) {
    var found = redis.call("HGET", keys.contact(offer.contact()), "instead-of").optionalText();
    var lines = found.map(text -> text.lines().toList()).orElse(List.of(""));
    return lines.getFirst().equals(String.valueOf(offer.epoch()))
        && lines.subList(1, lines.size()).contains(responder.value());
  }

  /// The asked responder says no; unless others are asked too, the contact goes back to its place.
  ///
  /// @return false when the offer was gone already
  public boolean decline(Offer offer, ResponderId responder) {
    return end(offer, responder.value(), "declined");
  }

  /// The owner gives a contact back to the queue, for another; it has kept its place.
  ///
  /// @param epoch of his ownership
  /// @return false when he is not the owner any more
  public boolean giveBack(ContactId contact, long epoch, ResponderId owner) {
    return redis.run(GIVE_BACK, keys.prefix(), contact, owner, epoch, clock.millis()).number() == 1;
  }

  /// Ends an offer whose time is over, for all who are still asked.
  ///
  /// @return false when it was gone, or its time is not over yet
  public boolean expire(Offer offer) {
    return end(offer, "", "expired");
  }

  private boolean end(Offer offer, String responder, String why) {
    return redis
            .run(
                RETURN,
                keys.prefix(),
                offer.contact(),
                offer.epoch(),
                responder,
                why,
                clock.millis())
            .number()
        == 1;
  }
}
