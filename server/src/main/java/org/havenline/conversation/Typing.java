package org.havenline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// That somebody is writing to a person on the web at this moment; nothing of what.
///
/// Keys:
/// - `{line}:contact:<id>` field `typing`: until when it is shown (ms), a space, and the ownership
///   (epoch) in which it was said, so that it ends with that
public final class Typing {
  /// A desk says it again every three seconds; one sign may be lost.
  static final Duration SHOWN = Duration.ofSeconds(7);

  private static final RedisScript TYPING = RedisScript.of(Typing.class, "typing.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public Typing(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /// Somebody types.
  ///
  /// @return false when the conversation is not hers, or not on the web: then nothing is shown
  public boolean note(ContactId contact, ResponderId by) {
    var now = clock.instant();
    return redis
            .run(
                TYPING,
                keys.prefix(),
                contact,
                by,
                now.toEpochMilli(),
                now.plus(SHOWN).toEpochMilli())
            .number()
        == 1;
  }

  /// Until when it is to be shown that the owner of this conversation types; empty when she does
  /// not.
  public Optional<Instant> until(Contact contact) {
    if (contact.state() != ContactState.CONNECTED) {
      return Optional.empty();
    }
    return redis
        .call("HGET", keys.contact(contact.id()), "typing")
        .optionalText()
        .map(said -> said.split(" ", 2))
        .filter(said -> Long.parseLong(said[1]) == contact.epoch())
        .map(said -> Instant.ofEpochMilli(Long.parseLong(said[0])))
        .filter(clock.instant()::isBefore);
  }
}
