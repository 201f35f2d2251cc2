package org.havenline.redis;

import java.time.Duration;
import java.time.InstantSource;

/// What all may take of one thing, so that who asks much does not take it from who asks little.
///
/// Whoever has tried about as often lately (once; 2 or 3 times; 4 to 7 times; ...) shares one
/// allowance: as many at once, then one every so often. Those of the first class have the whole
/// rate, those of the second half of it, of the third a third. A flood is soon alone in its class,
/// however many it comes from; many people behind one address are slowed as far as they are many,
/// and nobody is shut out. While nothing is short, nobody notices.
///
/// Keys:
/// - `<prefix>:<what>:of:<whose>` tries; gone a window after the first
/// - `<prefix>:<what>:like:<class>` when the next one is due (ms); gone when all are free again
///
/// @param window how long a try counts
public record FairShare(
    Redis redis, String what, Duration between, int atOnce, Duration window, InstantSource clock) {
  private static final RedisScript TAKE = RedisScript.of(FairShare.class, "share.lua");

  /// @param prefix of the keys, such as a line's
  /// @param whose empty when not known: of the first class
  /// @return how long to wait instead; zero when one was taken
  public Duration take(String prefix, String whose) {
    return Duration.ofMillis(
        redis
            .run(
                TAKE,
                prefix,
                what,
                whose,
                clock.millis(),
                between.toMillis(),
                atOnce,
                window.toMillis())
            .number());
  }
}
