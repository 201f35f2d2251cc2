package org.havenline.console.staff;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Allowance;
import org.havenline.redis.Redis;

/// Slows guessing without locking anybody out: ten tries at once, then one every 40 s, so at most
/// 100 in the first hour, for each name, whether it exists or not. A browser in which the person
/// has signed in before still shows the token of that session, dead by now; it has tries of its
/// own, which strangers who guess at her name cannot use up.
///
/// Keys:
/// - `{line}:tries:<SHA-256 of the name, or device>` when the next try is due (ms): the generic
///   cell rate algorithm
/// - `{line}:device:<SHA-256 of a token>` whose session it was, for 90 days
public final class Throttle {
  public static final Duration REMEMBERED = Duration.ofDays(90);

  private static final Duration BETWEEN = Duration.ofSeconds(40);
  private static final int AT_ONCE = 10;

  private final Redis redis;
  private final LineKeys keys;
  private final Allowance tries;

  public Throttle(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tries = new Allowance(redis, "tries", BETWEEN, AT_ONCE, clock);
  }

  /// Takes one try.
  ///
  /// @param earlier the token the browser shows
  /// @return how long to wait instead, empty when the try may be made
  public Optional<Duration> take(String name, Optional<String> earlier) {
    return Optional.of(tries.take(keys.prefix(), whose(name, earlier)))
        .filter(Duration::isPositive);
  }

  /// The try was right: it and those before it no longer count.
  void right(String name, Optional<String> earlier) {
    redis.call("DEL", keys.of("tries:" + whose(name, earlier)));
  }

  private String whose(String name, Optional<String> earlier) {
    return earlier
        .map(Token::sha256)
        .filter(hash -> knows(hash, name))
        .orElseGet(() -> Token.sha256(name));
  }

  /// Remembers the browser that is given this token.
  void remember(ResponderId staff, String token) {
    redis.call("SET", keys.of("device:" + Token.sha256(token)), staff, "PX", REMEMBERED.toMillis());
  }

  private boolean knows(String device, String name) {
    return redis
        .call("GET", keys.of("device:" + device))
        .optionalText()
        .filter(name::equals)
        .isPresent();
  }
}
