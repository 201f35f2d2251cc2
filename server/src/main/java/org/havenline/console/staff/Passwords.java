package org.havenline.console.staff;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;

/// The passwords of staff. Who they are and what they may do is in the routing tables; only the
/// hash of a password is kept here.
///
/// Keys:
/// - `{line}:account:<username>` hash: `password` (Argon2id, encoded), `changed` (ms)
public final class Passwords {
  /// The advice of NIST SP 800-63B for a password that stands alone.
  public static final int SHORTEST = 15;

  /// Without letters that are taken for one another; 32 of them, 5 bits each.
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  private final Redis redis;
  private final LineKeys keys;
  private final PasswordHash hash;
  private final Sessions sessions;
  private final InstantSource clock;

  public Passwords(
      Redis redis, LineKeys keys, PasswordHash hash, Sessions sessions, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.hash = hash;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Replaces the password, and ends every session that the old one opened.
  ///
  /// @throws IllegalArgumentException with a sentence for the person who chose it
  public void set(ResponderId username, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new IllegalArgumentException(
          "The password must have at least %d characters.".formatted(SHORTEST));
    }
    redis.call("HSET", key(username), "password", hash.of(password), "changed", clock.millis());
    sessions.endAll(username);
  }

  /// A new password of 100 random bits, set; five groups of four, easy to read out.
  public String generate(ResponderId username, RandomGenerator random) {
    var password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      password
          .append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    set(username, password.toString());
    return password.toString();
  }

  /// For each of these who has none, a new one.
  ///
  /// @return user name → password, of the new ones
  public Map<String, String> complete(Stream<ResponderId> usernames, RandomGenerator random) {
    var made = new TreeMap<String, String>();
    usernames
        .filter(one -> !exists(one))
        .forEach(one -> made.put(one.value(), generate(one, random)));
    return made;
  }

  public boolean exists(ResponderId username) {
    return stored(username).isPresent();
  }

  /// Whether it is better to ask again in a moment.
  boolean isBusy() {
    return hash.isBusy();
  }

  /// Whether this is the password; the same work when there is no such account.
  boolean matches(ResponderId username, String password) {
    return stored(username)
        .map(stored -> hash.matches(stored, password))
        .orElseGet(() -> hash.matchesNobody(password));
  }

  private Optional<String> stored(ResponderId username) {
    return redis.call("HGET", key(username), "password").optionalText();
  }

  private String key(ResponderId username) {
    return keys.of("account:" + username);
  }
}
