package org.havenline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.contact.ResponderId;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;

/// Reads and continues conversations. Every write names the ownership it rests on; once the
/// conversation has another owner, or had one in between, it is refused.
///
/// Keys:
/// - `{line}:order:<contact>` list: its messages in server order
/// - `{line}:message:<id>` hash: `contact`, `n`, `by`, `at`, `state`, `rank`, `code`, `sid`, `key`,
///   `not-after`; of an incoming one `signals`, `chose` and `read`; of a spoken one `voice` and,
///   since somebody listened to it, `heard` (ms)
public final class Conversations {
  private static final RedisScript MESSAGES = RedisScript.of(Conversations.class, "messages.lua");
  private static final RedisScript WRITE = RedisScript.of(Conversations.class, "write.lua");
  private static final RedisScript LISTEN = RedisScript.of(Conversations.class, "listen.lua");
  private static final RedisScript CLOSE = RedisScript.of(Conversations.class, "close.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Transcripts transcripts;
  private final Vault vault;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;
  private final Duration notAfter;
  private final Runnable written;

  /// @param notAfter how long an answer may wait to be sent
  /// @param written is told when the outbox has something new
  public Conversations(
      Redis redis,
      LineKeys keys,
      Transcripts transcripts,
      Vault vault,
      Pseudonyms pseudonyms,
      InstantSource clock,
      Duration notAfter,
      Runnable written) {
    this.redis = redis;
    this.keys = keys;
    this.transcripts = transcripts;
    this.vault = vault;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.notAfter = notAfter;
    this.written = written;
  }

  /// The messages after the `after`-th, oldest first.
  public List<Message> messages(ContactId contact, int after, int most) {
    var found =
        redis
            .run(
                MESSAGES,
                keys.prefix(),
                contact,
                after,
                after + most - 1,
                "n",
                "by",
                "at",
                "state",
                "code",
                "signals",
                "key",
                "read",
                "chose",
                "sid",
                "voice",
                "heard")
            .list();
    var ids = found.stream().map(one -> new MessageId(one.list().getFirst().text())).toList();
    var texts = transcripts.read(contact, ids);
    var messages = new ArrayList<Message>();
    for (int i = 0; i < ids.size(); i++) {
      var fields = found.get(i).list();
      message(ids.get(i), fields.subList(1, fields.size()), texts.get(i)).ifPresent(messages::add);
    }
    return messages;
  }

  /// Empty for one that ran out, in a conversation that goes on for longer than messages are kept.
  private static Optional<Message> message(MessageId id, List<Reply> found, Optional<String> text) {
    if (found.getFirst().optionalText().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Message(
            id,
            (int) found.get(0).number(),
            found.get(1).text(),
            Instant.ofEpochMilli(found.get(2).number()),
            text.orElse(""),
            found.get(3).text(),
            found.get(4).optionalText().map(Integer::parseInt).orElse(0),
            found.get(5).optionalText().orElse(""),
            found.get(8).optionalText().orElse(""),
            text.isPresent(),
            found.get(7).optionalText().orElse(""),
            found.get(6).optionalText().or(() -> sid(found)).orElse(""),
            found.get(10).optionalText().orElse(""),
            found.get(11).optionalText().isPresent()));
  }

  /// Of what came in; of what leaves it is the provider's.
  private static Optional<String> sid(List<Reply> found) {
    return found.get(1).text().equals("person") ? found.get(9).optionalText() : Optional.empty();
  }

  /// Writes an answer; it is on disk when this returns, and will be sent once.
  ///
  /// @param key the client's own key for this answer; the same key again is the same answer
  /// @return its number, or empty when `responder` is no longer the owner by that epoch
  public OptionalInt write(
      ContactId contact, ResponderId responder, long epoch, String text, String key) {
    var sealing = transcripts.key(contact);
    if (sealing.isEmpty()) {
      return OptionalInt.empty();
    }
    var message = idOf(contact, responder, key);
    transcripts.writeOnce(contact, sealing.get(), message, text);
    var now = clock.instant();
    long n =
        redis
            .run(
                WRITE,
                keys.prefix(),
                contact,
                responder,
                epoch,
                message,
                now.toEpochMilli(),
                now.plus(notAfter).toEpochMilli(),
                Transcripts.KEPT.toMillis(),
                key)
            .number();
    written.run();
    return n == 0 ? OptionalInt.empty() : OptionalInt.of((int) n);
  }

  /// The sound of a message that she spoke; empty when it is not of this contact, has none, or it
  /// is gone.
  public Optional<byte[]> sound(ContactId contact, MessageId message) {
    return redis
        .call("HGET", keys.message(message), "contact")
        .optionalText()
        .filter(contact.value()::equals)
        .flatMap(_ -> transcripts.sound(contact, message));
  }

  /// The owner is about to listen to it.
  ///
  /// @return false when `responder` is no longer the owner by that epoch
  public boolean listens(ContactId contact, ResponderId responder, long epoch, MessageId message) {
    return redis
            .run(LISTEN, keys.prefix(), contact, responder, epoch, message, clock.millis())
            .number()
        == 1;
  }

  /// The id an answer gets by its client's key.
  public MessageId idOf(ContactId contact, ResponderId responder, String key) {
    return new MessageId("w" + pseudonyms.of(contact + "|" + responder + "|" + key));
  }

  /// Ends the conversation; texts and keys run out after their retention time.
  ///
  /// @param note of the responder, sealed; may be empty
  /// @return false when `responder` is no longer the owner by that epoch
  public boolean close(
      ContactId contact, ResponderId responder, long epoch, String disposition, String note) {
    var sealed =
        note.isEmpty()
            ? new byte[0]
            : vault.seal(note.getBytes(java.nio.charset.StandardCharsets.UTF_8), contact + "|note");
    return redis
            .run(
                CLOSE,
                keys.prefix(),
                contact,
                responder,
                epoch,
                disposition,
                sealed,
                clock.millis(),
                Transcripts.KEPT.toMillis())
            .number()
        == 1;
  }
}
