package org.havenline.channel.voice.back;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routingconfig.Channel;

/// Writes down that a person is to be called back: at her own wish, or at that of whoever has her
/// contact. Nothing is dialled here.
public final class Promising {
  private static final RedisScript PROMISE = RedisScript.of(Promising.class, "promise.lua");
  private static final Duration KEPT = Duration.ofHours(24);

  /// Staff are reminded while there is still time.
  private static final Duration REMINDED = Duration.ofMinutes(15);

  /// Two missed calls in a row are noticed.
  private static final Duration TOO_SOON = Duration.ofMinutes(5);

  private final Redis redis;
  private final LineKeys keys;
  private final Contacts contacts;
  private final InstantSource clock;

  public Promising(Redis redis, LineKeys keys, Contacts contacts, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.contacts = contacts;
    this.clock = clock;
  }

  /// She wishes it herself.
  ///
  /// @param until when it is safe, as she said
  /// @param code pseudonym of her digits; empty for none
  boolean promise(ContactId contact, Instant until, String code, String language) {
    var due = Long.toString(until.minus(REMINDED).toEpochMilli());
    var end = Long.toString(until.toEpochMilli());
    return write(contact, Optional.empty(), end, code, language, due) == Asked.PROMISED;
  }

  /// Whoever has her contact wishes it: his own telephone rings first.
  public Asked ask(ContactId id, ResponderId by) {
    var contact = contacts.find(id).filter(one -> one.isOwnedBy(by));
    if (contact.filter(one -> one.channel() == Channel.VOICE).isEmpty()) {
      return Asked.NOT_THERE;
    }
    return hasNumber(contact.get())
        ? write(id, Optional.of(by), "", "", contact.get().understanding().language(), "0")
        : Asked.NO_NUMBER;
  }

  private static boolean hasNumber(Contact contact) {
    return !contact.understanding().country().isEmpty();
  }

  private Asked write(
      ContactId contact,
      Optional<ResponderId> by,
      String until,
      String code,
      String language,
      String due) {
    CallId id = Backs.id(contact);
    return Asked.of(
        redis
            .run(
                PROMISE,
                keys.prefix(),
                contact,
                id,
                by.map(ResponderId::value).orElse(""),
                until,
                code,
                language,
                clock.millis(),
                KEPT.toMillis(),
                due,
                TOO_SOON.toMillis())
            .number());
  }
}
