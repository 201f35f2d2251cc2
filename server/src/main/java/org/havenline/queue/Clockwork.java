package org.havenline.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what has come due. Timers lie in Redis, and any node may find one: what is done is a script
/// that looks whether it is still to be done, so two nodes do it once and a dead node does not
/// matter.
///
/// Keys:
/// - `{line}:timers` sorted set: `<kind>|<what>` → due (ms); its script takes it out
public final class Clockwork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final int MOST_AT_ONCE = 100;

  private final Redis redis;
  private final LineKeys keys;
  private final Map<String, Consumer<String>> kinds;
  private final InstantSource clock;
  private final Thread thread;
  private volatile boolean closed;

  /// @param kinds what to do with a timer, by the word before its first bar
  public Clockwork(
      Redis redis, LineKeys keys, Map<String, Consumer<String>> kinds, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.kinds = Map.copyOf(kinds);
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("clockwork-" + keys.line()).start(this::run);
  }

  private void run() {
    while (!closed) {
      try {
        redis
            .call(
                "ZRANGEBYSCORE",
                keys.of("timers"),
                "-inf",
                clock.millis(),
                "LIMIT",
                0,
                MOST_AT_ONCE)
            .texts()
            .forEach(this::fire);
      } catch (RedisUnavailable e) {
        LOG.debug("store away");
      }
      LockSupport.parkNanos(TICK.toNanos());
    }
  }

  private void fire(String timer) {
    int bar = timer.indexOf('|');
    var kind = kinds.get(timer.substring(0, bar));
    try {
      if (kind == null) {
        throw new IllegalStateException("a timer of unknown kind");
      }
      kind.accept(timer.substring(bar + 1));
    } catch (RedisUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("timer {} failed", timer, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
