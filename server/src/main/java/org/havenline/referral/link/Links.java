package org.havenline.referral.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Every private link of the installation. A token is 256 random bits; the store holds its SHA-256,
/// which is enough for what cannot be guessed, and what it is for sealed, bound to that hash.
///
/// Keys:
/// - `{links}:link:<SHA-256 of the token>` hash: `for` (sealed), `until` (ms), `used`, `with`; goes
///   at its end
/// - `{links}:with:<keyed digest of a purpose>` set of the hashes of its links
public final class Links {
  private static final String PREFIX = "{links}";
  private static final int BYTES = 32;

  private static final RedisScript ISSUE = RedisScript.of(Links.class, "issue.lua");
  private static final RedisScript OPEN = RedisScript.of(Links.class, "open.lua");
  private static final RedisScript END = RedisScript.of(Links.class, "end.lua");
  private static final RedisScript END_ALL = RedisScript.of(Links.class, "end-all.lua");

  private final Redis redis;
  private final Vault vault;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random of secrets, not of ids
  public Links(
      Redis redis,
      Vault vault,
      Pseudonyms pseudonyms,
      InstantSource clock,
      RandomGenerator random) {
    this.redis = redis;
    this.vault = vault;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.random = random;
  }

  /// A new link beside those there are.
  ///
  /// @param lives how long it opens, more than nothing
  public Issued issue(Purpose purpose, Duration lives) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var hash = hash(token);
    var until = clock.instant().plus(lives);
    redis.run(
        ISSUE,
        PREFIX,
        hash,
        vault.seal(purpose.text().getBytes(UTF_8), context(hash)),
        digest(purpose),
        until.toEpochMilli(),
        lives.toMillis());
    return new Issued(token, until);
  }

  /// What a token is for; its use is counted. Empty when it was never issued, was changed, has
  /// ended, or its time is over: which of them, nobody is told.
  ///
  /// @param token as it came, whatever it is
  public Optional<Link> open(String token) {
    var hash = hash(token);
    var found = redis.run(OPEN, PREFIX, hash, clock.millis()).list();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var purpose = new String(vault.open(found.getFirst().bytes(), context(hash)), UTF_8);
    return Optional.of(
        new Link(
            Purpose.parse(purpose),
            Instant.ofEpochMilli(found.get(1).number()),
            found.get(2).number()));
  }

  /// Ends one link; one that is not there stays so.
  public void end(String token) {
    redis.run(END, PREFIX, hash(token));
  }

  /// Ends every link of a purpose, as when consent is revoked or a link was lost.
  ///
  /// @return how many ended
  public long endAll(Purpose purpose) {
    return redis.run(END_ALL, PREFIX, digest(purpose)).number();
  }

  private String digest(Purpose purpose) {
    return pseudonyms.of("link|" + purpose.text());
  }

  private static String context(String hash) {
    return PREFIX + ":link:" + hash;
  }

  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
