package org.havenline.console.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Who is signed in. Each use looks here, so that ending a session works at once on every node.
///
/// Keys:
/// - `{line}:session:<SHA-256 of the token>` hash: `staff`, `until` (ms, the absolute end); runs
///   out after 30 min without use
/// - `{line}:sessions:<staff>` set of the sessions of a person
public final class Sessions {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);

  private static final RedisScript OPEN = RedisScript.of(Sessions.class, "open.lua");
  private static final RedisScript USE = RedisScript.of(Sessions.class, "use.lua");
  private static final RedisScript END = RedisScript.of(Sessions.class, "end.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Sessions(Redis redis, LineKeys keys, InstantSource clock, RandomGenerator random) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /// A session just opened; the token is shown once and is not kept.
  public record Opened(String token, Instant until) {
    @Override
    public String toString() {
      return "Opened[until " + until + "]";
    }
  }

  /// A session in use.
  ///
  /// @param id names it and is no secret
  public record Session(String id, ResponderId staff) {}

  public Opened open(ResponderId staff) {
    var token = Token.random(random);
    var until = clock.instant().plus(LONGEST);
    redis.run(
        OPEN,
        keys.prefix(),
        token.hash(),
        staff,
        until.toEpochMilli(),
        IDLE.toMillis(),
        LONGEST.toMillis());
    return new Opened(token.text(), until);
  }

  /// The session of a token; empty when there is none, or its time is over.
  ///
  /// @param counts whether this is use, which lets it live on, or only a look
  public Optional<Session> find(String token, boolean counts) {
    var id = Token.sha256(token);
    return redis
        .run(USE, keys.prefix(), id, clock.millis(), counts ? IDLE.toMillis() : 0)
        .optionalText()
        .map(staff -> new Session(id, new ResponderId(staff)));
  }

  /// Ends it, on every node; its event sockets close.
  public void end(Session session) {
    redis.run(END, keys.prefix(), session.staff(), clock.millis(), session.id());
  }

  public void endAll(ResponderId staff) {
    redis.run(END, keys.prefix(), staff, clock.millis());
  }
}
