package org.havenline.channel.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps every minute and at start, one node at a time, from where the last whole sweep began.
///
/// Keys, for each list:
/// - `sweep:turn:<list>` whose turn it is, for most of a minute
/// - `sweep:since:<list>` when the last whole sweep began (ms)
public final class Sweeps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /// A little less than the interval, so that the next minute is anybody's turn.
  private static final Duration TURN = Duration.ofSeconds(50);

  /// What is new appears in the provider's list late, and its clock is not ours.
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Duration FIRST_LOOK_BACK = Duration.ofHours(24);

  /// Looks through one of the provider's lists.
  @FunctionalInterface
  public interface Sweep {
    /// Hands in everything since a time.
    ///
    /// @return how many were new
    /// @throws Incomplete when the list of some number could not be read; the others were. The next
    ///   sweep must start no later than this one
    /// @throws RedisUnavailable when something could not be stored
    int sweep(Instant since);
  }

  /// Some numbers could not be swept.
  public static final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Incomplete(int found, int unread) {
      super(unread + " numbers could not be swept, " + found + " new on the others");
    }
  }

  private final String list;
  private final Sweep sweep;
  private final Redis redis;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /// @param list its name
  public Sweeps(String list, Sweep sweep, Redis redis, InstantSource clock) {
    this.list = list;
    this.sweep = sweep;
    this.redis = redis;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("sweep-" + list).start(this::run);
  }

  private void run() {
    try {
      do {
        take();
      } while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take() {
    try {
      var now = clock.instant();
      if (!redis.call("SET", "sweep:turn:" + list, 1, "NX", "PX", TURN.toMillis()).isNull()) {
        int found = sweep.sweep(since(now));
        redis.call("SET", "sweep:since:" + list, now.toEpochMilli());
        if (found > 0) {
          LOG.warn("{} {} had not come by the webhook", found, list);
        }
      }
    } catch (RedisUnavailable | Incomplete e) {
      LOG.warn(
          "a sweep of {} was not whole and will be done again: {}",
          list,
          e.getClass().getSimpleName());
    }
  }

  /// An outage of ours is covered whole, however long it was.
  private Instant since(Instant now) {
    return redis
        .call("GET", "sweep:since:" + list)
        .optionalText()
        .map(last -> Instant.ofEpochMilli(Long.parseLong(last)).minus(OVERLAP))
        .orElseGet(() -> now.minus(FIRST_LOOK_BACK));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
