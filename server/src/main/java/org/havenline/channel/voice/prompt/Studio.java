package org.havenline.channel.voice.prompt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.contact.LineKeys;
import org.havenline.privacy.Pseudonyms;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Where an administrator records by telephone. It is open only for the one number she named at the
/// console, for half an hour, to whoever enters the code shown there; every other call is a
/// caller's and never comes near it.
///
/// Owns `:studio:<her number, as a pseudonym>`, `:studio-call:<call>` and `:studio-tapes`, the
/// provider's recordings that are still to be deleted there.
public final class Studio {
  public static final int CODE_DIGITS = 8;
  public static final Duration OPEN = Duration.ofMinutes(30);

  private static final RedisScript ENTER = RedisScript.of(Studio.class, "enter.lua");
  private static final Duration VISIT = Duration.ofHours(1);

  /// By then whoever records has fetched it.
  private static final Duration LEFT = Duration.ofMinutes(5);

  private static final int MOST_TRIES = 5;
  private static final int MOST_CODE = 100_000_000;

  private final Redis redis;
  private final LineKeys keys;
  private final Pseudonyms pseudonyms;
  private final RandomGenerator random;
  private final InstantSource clock;

  /// @param random unforeseeable: a code is made of it
  public Studio(
      Redis redis,
      LineKeys keys,
      Pseudonyms pseudonyms,
      RandomGenerator random,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.pseudonyms = pseudonyms;
    this.random = random;
    this.clock = clock;
  }

  /// From now on a call from this number is asked for the code.
  ///
  /// @param by an id of staff
  /// @param phone E.164
  /// @return the code, shown once
  public String open(String by, String phone) {
    var code = "%08d".formatted(random.nextInt(MOST_CODE));
    var name = name(phone);
    redis.call("HSET", name, "code", print(code), "by", by, "tries", 0);
    redis.call("PEXPIRE", name, OPEN.toMillis());
    return code;
  }

  private String name(String phone) {
    return keys.of("studio:" + pseudonyms.of("studio|" + phone));
  }

  private String print(String code) {
    return pseudonyms.of("studio-code|" + code);
  }

  /// Whether somebody is about to call from here to record.
  public boolean awaits(String phone) {
    return phone.startsWith("+") && redis.call("EXISTS", name(phone)).number() == 1;
  }

  /// With the right code this call records; five wrong ones, and the number is a caller's again.
  public boolean enter(String call, String phone, String code) {
    var entered =
        redis.run(
            ENTER,
            keys.prefix(),
            name(phone),
            keys.of("studio-call:" + call),
            print(code),
            MOST_TRIES,
            VISIT.toMillis());
    return entered.number() == 1;
  }

  /// Who records in this call; empty for every other call.
  public Optional<String> who(String call) {
    return redis.call("GET", keys.of("studio-call:" + call)).optionalText();
  }

  /// A recording lies at the provider.
  public void lies(String sid) {
    redis.call("ZADD", keys.of("studio-tapes"), "NX", clock.millis(), sid);
  }

  /// It does not any more.
  public void isGone(String sid) {
    redis.call("ZREM", keys.of("studio-tapes"), sid);
  }

  /// What still lies there, and nobody waits for it any more.
  public List<String> lying() {
    var before = clock.instant().minus(LEFT).toEpochMilli();
    return redis.call("ZRANGEBYSCORE", keys.of("studio-tapes"), "-inf", before).texts();
  }
}
