package org.havenline.channel.webchat.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.PersonId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;

/// The chats that go on. One that is over is gone from here, and its token opens nothing any more.
///
/// Keys:
/// - `{line}:chat:<id>` hash: `person`; `language`, `chosen`, `young`; `heard` when her page last
///   asked or said something (ms); `ends` while she has left and the grace time runs; `contact` and
///   `before`, see [Chat]; what coming back adds is the room's of that name, `back`
/// - `{line}:timers` member `chat|<id>`: when it ends by itself
/// - `{line}:contact:<id>` and `{line}:person:<id>` field `left`: when her page was left (ms)
public final class Chats {
  /// A page that was silent for so long is closed, or its phone lost the network for good.
  public static final Duration SILENCE = Duration.ofHours(2);

  /// Who left by mistake is back within this, and finds her place.
  static final Duration GRACE = Duration.ofSeconds(60);

  private static final RedisScript HEARD = RedisScript.of(Chats.class, "heard.lua");
  private static final RedisScript LEAVE = RedisScript.of(Chats.class, "leave.lua");
  private static final RedisScript END = RedisScript.of(Chats.class, "end.lua");
  private static final RedisScript CONTACT = RedisScript.of(Chats.class, "contact.lua");
  private static final RedisScript START = RedisScript.of(Chats.class, "start.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public Chats(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  public void start(String token, PersonId person, String language, boolean chosen, boolean young) {
    redis.run(
        START,
        keys.prefix(),
        Chat.idOf(token).orElseThrow(),
        clock.millis(),
        SILENCE.toMillis(),
        person,
        language,
        chosen ? 1 : 0,
        young ? 1 : 0);
  }

  /// Her page speaks: she is there, even if she had left a moment ago.
  ///
  /// @return empty when the chat is over, or there never was one
  public Optional<Chat> heard(String token) {
    return Chat.idOf(token)
        .flatMap(id -> {
          var found =
              redis.run(HEARD, keys.prefix(), id, clock.millis(), SILENCE.toMillis()).list();
          return found.isEmpty() ? Optional.empty() : Optional.of(read(found));
        });
  }

  private static Chat read(List<Reply> found) {
    return new Chat(
        found.get(0).text(),
        new PersonId(found.get(1).text()),
        found.get(2).text(),
        found.get(3).number() == 1,
        found.get(4).number() == 1,
        found.get(5).optionalText().map(ContactId::new),
        found.get(6).optionalText().map(Integer::parseInt).orElse(0),
        found.get(7).optionalText().map(ContactId::new),
        !found.get(8).isNull());
  }

  /// Her messages are in this contact now.
  ///
  /// @param before how many messages were in those before it
  void belongsTo(String id, ContactId contact, int before) {
    redis.run(CONTACT, keys.prefix(), id, contact, before);
  }

  /// She has left the page: it is over when she does not come back within the grace time.
  public void leave(String token) {
    var _ = ends(token, clock.instant().plus(GRACE));
  }

  /// She has ended it: it is over now.
  public void stop(String token) {
    ends(token, clock.instant()).ifPresent(this::end);
  }

  /// @return the chat, if it goes on
  private Optional<String> ends(String token, Instant at) {
    return Chat.idOf(token)
        .map(id -> redis.run(LEAVE, keys.prefix(), id, at.toEpochMilli()).text())
        .filter(chat -> !chat.isEmpty());
  }

  /// Ends a chat whose time is over; another, which was heard of meanwhile, goes on.
  public void end(String id) {
    redis.run(END, keys.prefix(), id, clock.millis(), SILENCE.toMillis());
  }

  /// Whether an answer can still reach her.
  public boolean goesOn(String id) {
    return redis.call("EXISTS", keys.of("chat:" + id)).number() == 1;
  }
}
