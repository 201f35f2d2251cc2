package org.havenline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;

/// Until when a person may be written to, as she said. It counts at the moment a text leaves, for
/// every text to her, those of the server included; what comes too late is shown as not sent.
///
/// Keys:
/// - `{line}:contact:<id>` fields `write-until` (ms), `heard` when she last wrote (ms), `left` when
///   she hung up (ms)
public final class SafeTimes {
  /// Who has just written has her phone in her hand (`may_write` in line.lua).
  public static final Duration WHILE_SHE_WRITES = Duration.ofMinutes(15);

  private static final String UNTIL = "write-until";
  private static final String HEARD = "heard";
  private static final String LEFT = "left";

  private static final RedisScript SAFE = RedisScript.of(SafeTimes.class, "safe.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public SafeTimes(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /// Notes it.
  ///
  /// @param by its owner; empty for a supervisor
  /// @param until empty: she set no end
  /// @return false when there is no such contact, or it is not theirs
  public boolean note(ContactId contact, Optional<ResponderId> by, Optional<Instant> until) {
    return redis
            .run(
                SAFE,
                keys.prefix(),
                contact,
                by.map(ResponderId::value).orElse(""),
                until.map(Instant::toEpochMilli).map(Object::toString).orElse(""),
                clock.millis())
            .number()
        == 1;
  }

  /// What was noted.
  public Optional<Instant> until(ContactId contact) {
    return noted(contact).until();
  }

  /// Whether she may be written to now.
  public boolean isNow(ContactId contact) {
    return noted(contact).allows(clock.instant());
  }

  /// Whether her telephone may be rung now.
  public boolean mayCall(ContactId contact) {
    return noted(contact).allowsCall(clock.instant());
  }

  private Noted noted(ContactId contact) {
    var found = redis.call("HMGET", keys.contact(contact), UNTIL, HEARD, LEFT).list();
    return new Noted(instant(found.get(0)), instant(found.get(1)), instant(found.get(2)));
  }

  private static Optional<Instant> instant(Reply found) {
    return found.optionalText().map(Long::parseLong).map(Instant::ofEpochMilli);
  }

  /// What is stored of a contact about it.
  ///
  /// @param until as she said; empty: she set no end
  /// @param heard when she last wrote
  /// @param left when she hung up
  public record Noted(Optional<Instant> until, Optional<Instant> heard, Optional<Instant> left) {
    /// Of somebody of whom nothing is known.
    public static final Noted NOTHING =
        new Noted(Optional.empty(), Optional.empty(), Optional.empty());

    /// @param contact its fields as stored
    public static Noted in(Map<String, byte[]> contact) {
      return new Noted(
          instant(new Reply(contact.get(UNTIL))),
          instant(new Reply(contact.get(HEARD))),
          instant(new Reply(contact.get(LEFT))));
    }

    /// Whether she may be written to now.
    public boolean allows(Instant now) {
      return until.map(end -> !now.isAfter(end)).orElse(true) || isJust(now, heard);
    }

    /// Whether her telephone may be rung now: until when she said so; else only just after she was
    /// heard of, since whoever has it would answer (`may_call` in line.lua).
    public boolean allowsCall(Instant now) {
      return until
          .map(end -> !now.isAfter(end))
          .orElseGet(() -> isJust(now, heard) || isJust(now, left));
    }

    private static boolean isJust(Instant now, Optional<Instant> last) {
      return last.filter(then -> !now.isAfter(then.plus(WHILE_SHE_WRITES))).isPresent();
    }
  }
}
