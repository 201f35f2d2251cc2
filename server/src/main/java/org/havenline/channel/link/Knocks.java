package org.havenline.channel.link;

import java.time.Duration;
import java.time.InstantSource;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.deeds.ServiceLink;

/// Slows a link that is called without end: 30 times at once, then once every 10 seconds, on all
/// nodes together. A token that opens nothing leaves nothing in the store.
///
/// Keys:
/// - `{line}:knocks:<contact>|<referral>` when the next knock is due (ms): the generic cell rate
///   algorithm
final class Knocks {
  private static final RedisScript KNOCK = RedisScript.of(Knocks.class, "knock.lua");
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final int AT_ONCE = 30;

  private final Redis redis;
  private final InstantSource clock;

  Knocks(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /// @return whether it may be answered
  boolean take(ServiceLink link) {
    return redis
            .run(
                KNOCK,
                "{" + link.line() + "}",
                link.contact() + "|" + link.referral(),
                clock.millis(),
                BETWEEN.toMillis(),
                AT_ONCE)
            .number()
        == 0;
  }
}
