package org.havenline.channel.voice.back;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.lane.Claim;
import org.havenline.privacy.Pseudonyms;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Promised calls. Each is a call of its own, with an id of ours, that waits beside the person's
/// contact; once she is reached it becomes a call like every other.
///
/// Keys:
/// - `{line}:call:<id>` hash in stage `back`, besides what every call has: `ring` leg of the try
///   that goes on, `tries`, `code` pseudonym of her digits, `by` who asked for it at the desk
/// - `{line}:contact:<id>` fields `back` the promised call; `back-state`: `promised`, `again` (not
///   reached, and tried again), and for a person to follow up `not-reached`, `wrong-code`,
///   `too-late`, `no-number`; `back-at` not before (ms), `back-tried` last try (ms)
/// - `{line}:leg:<id>` her telephone, as those of responders; it is of no list
public final class Backs {
  static final String NOT_REACHED = "not-reached";
  static final String WRONG_CODE = "wrong-code";
  static final String TOO_LATE = "too-late";
  static final String NO_NUMBER = "no-number";

  /// Her telephone rings no oftener for one promise: whoever is beside her hears it too.
  private static final int MOST_TRIES = 3;

  private static final Duration BETWEEN = Duration.ofMinutes(10);

  private static final Duration KEPT = Duration.ofHours(24);
  private static final RedisScript RINGING = RedisScript.of(Backs.class, "ringing.lua");
  private static final RedisScript UNRUNG = RedisScript.of(Backs.class, "unrung.lua");
  private static final RedisScript MISSED = RedisScript.of(Backs.class, "missed.lua");
  private static final RedisScript JOIN = RedisScript.of(Backs.class, "join.lua");
  private static final RedisScript HAND_OVER = RedisScript.of(Backs.class, "hand-over.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Pseudonyms pseudonyms;
  private final Calls calls;
  private final Legs legs;
  private final InstantSource clock;

  public Backs(
      Redis redis,
      LineKeys keys,
      Pseudonyms pseudonyms,
      Calls calls,
      Legs legs,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.pseudonyms = pseudonyms;
    this.calls = calls;
    this.legs = legs;
    this.clock = clock;
  }

  /// Of a contact, the same whenever it is promised.
  static CallId id(ContactId contact) {
    return new CallId("B" + contact);
  }

  /// A few digits could all be tried, so they are never stored themselves.
  String code(CallId id, String digits) {
    return digits.isEmpty() ? "" : pseudonyms.of("code|" + id + "|" + digits);
  }

  private String field(CallId id, String name) {
    return redis.call("HGET", keys.of("call:" + id), name).optionalText().orElse("");
  }

  boolean hasCode(CallId id) {
    return !field(id, "code").isEmpty();
  }

  boolean isCode(CallId id, String digits) {
    return field(id, "code").equals(code(id, digits));
  }

  /// Whether this is still what the contact was promised.
  boolean isPromised(ContactId contact, CallId id) {
    return redis
        .call("HGET", keys.contact(contact), "back")
        .optionalText()
        .filter(id.value()::equals)
        .isPresent();
  }

  /// Whether she waits for it, and is not on the line herself.
  boolean isWaitedFor(Call call) {
    return redis
        .call("GET", keys.of("calling:" + call.person()))
        .optionalText()
        .filter(call.id().value()::equals)
        .isPresent();
  }

  /// Her telephone, while it is rung or what became of it is not settled.
  Optional<Leg> ring(CallId id) {
    return Optional.of(field(id, "ring")).filter(leg -> !leg.isEmpty()).flatMap(legs::find);
  }

  /// Writes down that her telephone is about to be rung.
  Begun ringing(Claim claim, Call call, Contact contact) {
    var leg =
        "H"
            + pseudonyms.of(
                String.join(
                    "|",
                    "ring",
                    call.id().value(),
                    Long.toString(call.began().toEpochMilli()),
                    Long.toString(contact.epoch()),
                    Long.toString(clock.millis())));
    long begun =
        redis
            .run(
                RINGING,
                keys.prefix(),
                call.id(),
                claim.epoch(),
                leg,
                contact.id(),
                contact.epoch(),
                contact.responder().orElseThrow(),
                clock.millis(),
                KEPT.toMillis(),
                MOST_TRIES)
            .number();
    return switch ((int) begun) {
      case 1 -> legs.find(leg).<Begun>map(Begun.Yes::new).orElseGet(Begun.No::new);
      case -1 -> new Begun.Unsafe();
      case -2 -> new Begun.Enough();
      default -> new Begun.No();
    };
  }

  /// Her telephone does not ring any more, and another try may be made at once.
  ///
  /// @param counts whether it may have rung
  void unrung(Leg ring, boolean counts) {
    redis.run(UNRUNG, keys.prefix(), ring.call(), ring.id(), counts ? 1 : 0);
  }

  /// A try has ended without her, or there can be none.
  ///
  /// @param ring of the try; empty when there was none
  /// @param why one of the words above
  void missed(CallId id, String ring, String why) {
    Instant again = clock.instant().plus(BETWEEN);
    redis.run(
        MISSED, keys.prefix(), id, ring, why, clock.millis(), MOST_TRIES, again.toEpochMilli());
  }

  /// She is on the telephone: her call goes on as every other.
  ///
  /// @param sid the provider's id of her leg
  /// @return false when it is promised no more
  boolean join(Leg ring, CallId sid, Address hers, String ours) {
    boolean joined =
        redis
                .run(
                    JOIN,
                    keys.prefix(),
                    ring.call(),
                    ring.id(),
                    sid,
                    calls.seal(sid, hers),
                    ours,
                    clock.millis(),
                    KEPT.toMillis())
                .number()
            == 1;
    if (joined) {
      legs.report(ring.id(), sid.value(), Leg.State.JOINED, "");
      calls.nudge(sid);
    }
    return joined;
  }

  /// She calls herself: whoever is rung, is rung for that.
  void handOver(CallId id) {
    redis.run(HAND_OVER, keys.prefix(), id);
  }

  /// Nothing of it is left to do.
  void forget(CallId id) {
    redis.call("DEL", keys.of("call:" + id));
  }
}
