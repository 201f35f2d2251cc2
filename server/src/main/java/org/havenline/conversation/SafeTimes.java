package org.havenline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Until when a person may be written to, as she said. It counts at the moment a text leaves, for
/// every text to her, those of the server included; what comes too late is shown as not sent.
///
/// Keys:
/// - `{line}:contact:<id>` fields `write-until` (ms), `heard` when she last wrote (ms), `left` when
///   she hung up (ms)
public final class SafeTimes {
  /// Who has just written has her phone in her hand (`may_write` in line.lua).
  public static final Duration WHILE_SHE_WRITES = Duration.ofMinutes(15);

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
    return times(contact, "write-until").getFirst();
  }

  /// Whether she may be written to now.
  public boolean isNow(ContactId contact) {
    var now = clock.instant();
    var found = times(contact, "write-until", "heard");
    return found.getFirst().map(end -> !now.isAfter(end)).orElse(true) || isJust(now, found.get(1));
  }

  /// Whether her telephone may be rung now: until when she said so; else only just after she was
  /// heard of, since whoever has it would answer (`may_call` in line.lua).
  public boolean mayCall(ContactId contact) {
    var now = clock.instant();
    var found = times(contact, "write-until", "heard", "left");
    return found
        .getFirst()
        .map(end -> !now.isAfter(end))
        .orElseGet(() -> isJust(now, found.get(1)) || isJust(now, found.get(2)));
  }

  private static boolean isJust(Instant now, Optional<Instant> last) {
    return last.filter(then -> !now.isAfter(then.plus(WHILE_SHE_WRITES))).isPresent();
  }

  private List<Optional<Instant>> times(ContactId contact, String... fields) {
    var arguments = new Object[fields.length + 1];
    arguments[0] = keys.contact(contact);
    System.arraycopy(fields, 0, arguments, 1, fields.length);
    return redis.call("HMGET", arguments).list().stream()
        .map(found -> found.optionalText().map(Long::parseLong).map(Instant::ofEpochMilli))
        .toList();
  }
}
