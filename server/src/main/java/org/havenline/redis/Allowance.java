package org.havenline.redis;

import java.time.Duration;
import java.time.InstantSource;

/// So many at once, then one every so often, on all nodes together: the generic cell rate
/// algorithm.
///
/// Keys: `<prefix>:<what>:<whose>` when the next one is due (ms); gone when all are free again
///
/// @param what is taken, as keys name it: `tries`
public record Allowance(
    Redis redis, String what, Duration between, int atOnce, InstantSource clock) {
  private static final RedisScript TAKE = RedisScript.of(Allowance.class, "take.lua");

  /// @param prefix of the keys, such as a line's
  /// @return how long to wait instead; zero when one was taken
  public Duration take(String prefix, String whose) {
    return Duration.ofMillis(
        redis
            .run(TAKE, prefix, what + ":" + whose, clock.millis(), between.toMillis(), atOnce)
            .number());
  }
}
