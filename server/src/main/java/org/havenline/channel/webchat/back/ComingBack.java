package org.havenline.channel.webchat.back;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.Chats;
import org.havenline.contact.LineKeys;
import org.havenline.contact.PersonId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Gives words to come back with, and takes them. Whatever she enters, a chat begins, and it looks
/// the same: with the right words it is hers, with all others it is a new one.
///
/// Keys:
/// - `{line}:words:<hash>` hash, 30 days: `chat`, `person`, `language`, `chosen`, `young`, `until`
///   (ms); `by` whose use of them it was, once they were used
/// - `{line}:words-of:<chat>` the hash of the words a chat has, 30 days: there is one at a time
/// - `{line}:chat-of:<id>` the chat that a later token opens, while it goes on
/// - `{line}:chat:<id>` fields `token` the newest one, by its hash; `past` the contact that was
///   over when she came back; `forced`
/// - `{line}:contact:<id>` field `forced` the label of who used her words under duress
public final class ComingBack {
  /// As long as the line knows her after her last message.
  public static final Duration KEPT = Duration.ofDays(30);

  /// An answer that was lost on the way is asked for again, with the same key.
  private static final Duration AGAIN = Duration.ofMinutes(2);

  private static final RedisScript GIVE = RedisScript.of(ComingBack.class, "give.lua");
  private static final RedisScript COME = RedisScript.of(ComingBack.class, "come.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public ComingBack(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /// New words for a chat; those it had before open nothing any more.
  ///
  /// @param random for secrets
  /// @return empty when the chat is over
  public Optional<ReturnWords> give(Chat chat, RandomGenerator random) {
    var words = ReturnWords.random(random);
    var given =
        redis.run(GIVE, keys.prefix(), chat.id(), words.hash(), clock.millis(), KEPT.toMillis());
    return given.number() == 1 ? Optional.of(words) : Optional.empty();
  }

  /// How a chat begins for who says that she was here.
  ///
  /// @param key of this try: the same again comes to the same
  /// @param token of the chat that begins
  /// @param stranger who she is if these are no words of hers
  public record Entry(
      Written written,
      String key,
      String token,
      PersonId stranger,
      String language,
      boolean chosen,
      boolean young) {}

  /// Begins it. What it came to is not told.
  public void come(Entry entry) {
    redis.run(
        COME,
        keys.prefix(),
        entry.written().words().map(ReturnWords::hash).orElse("-"),
        ReturnWords.hash(entry.key()),
        entry.written().forced() ? 1 : 0,
        Chat.idOf(entry.token()).orElseThrow(),
        entry.stranger(),
        entry.language(),
        entry.chosen() ? 1 : 0,
        entry.young() ? 1 : 0,
        clock.millis(),
        Chats.SILENCE.toMillis(),
        AGAIN.toMillis());
  }
}
