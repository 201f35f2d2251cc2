package org.havenline.offer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routingconfig.asking.Welfare;

/// Asks responders, one at a time for each contact. A contact has at most one owner whatever
/// crashes or pauses: each offer has a new epoch, and every later write names it.
///
/// Keys:
/// - `{line}:contact:<id>` fields `state`, `epoch`, `responder`, `until`, `reasons`, `asked`,
///   `interpreter`
/// - `{line}:interpreting` hash: who interprets → for which contact
/// - `{line}:contact:<id>` besides `answered`: who has owned it, the last one first, and `counted`:
///   the owner in whose row of high risk it is counted
/// - `{line}:person:<id>` field `known`: who answered this person, the last one first
/// - `{line}:responder:<id>` fields `in-a-row` contacts of high risk taken with none of lesser risk
///   between, `strained` when the last of them began or ended (ms)
/// - `{line}:holds:<responder>` hash: contact offered to him or connected with him → channel
/// - `{line}:timers` member `offer|<contact>|<epoch>` → until (ms)
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

  /// Asks a responder, if the contact still waits as it was seen and he is still free.
  ///
  /// @param seen the contact's epoch when it was chosen
  /// @param capacity how many contacts of its channel he may hold at once
  /// @param interpreter who interprets for her meanwhile, and for nobody else
  /// @param welfare when a break is due that he has not had yet
  /// @return the offer, or empty when something changed meanwhile and the choice must be made anew
  public Optional<Offer> offer(
      ContactId contact,
      long seen,
      ResponderId responder,
      int capacity,
      Duration timeout,
      List<String> reasons,
      Optional<String> interpreter,
      Welfare welfare) {
    var now = clock.instant();
    long epoch =
        redis
            .run(
                OFFER,
                keys.prefix(),
                contact,
                seen,
                responder,
                capacity,
                now.plus(timeout).toEpochMilli(),
                now.toEpochMilli(),
                String.join("\n", reasons),
                interpreter.orElse(""),
                welfare.highRiskInARow(),
                welfare.rest().toMillis())
            .number();
    return epoch > 0 ? Optional.of(new Offer(contact, epoch)) : Optional.empty();
  }

  /// Makes the asked responder the owner.
  ///
  /// @return false when the offer is gone: expired, withdrawn, or made to another
  public boolean accept(Offer offer, ResponderId responder) {
    return redis
            .run(ACCEPT, keys.prefix(), offer.contact(), offer.epoch(), responder, clock.millis())
            .number()
        == 1;
  }

  /// The asked responder says no; the contact goes back to its place.
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

  /// Ends an offer whose time is over.
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
