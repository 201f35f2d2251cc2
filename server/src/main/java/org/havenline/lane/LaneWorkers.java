package org.havenline.lane;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workers of one node for one kind of work. What fails five times is handed to
/// [Work#quarantine], so that it is seen by a person and blocks nobody.
public final class LaneWorkers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaneWorkers.class);
  private static final int MOST_TRIES = 5;

  /// How long an idle worker sleeps at most: other nodes leave work without telling.
  private static final Duration IDLE = Duration.ofMillis(250);

  private static final Duration PAUSE = Duration.ofMillis(500);

  /// What is done with a claimed lane.
  public interface Work {
    /// Does the items of the lane until it is empty or lost.
    void perform(Claim claim);

    /// Sets the head aside for a person to look at.
    void quarantine(Claim claim);
  }

  private final Lanes lanes;
  private final Work work;
  private final InstantSource clock;
  private final Semaphore signal = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /// Takes what there is at once.
  public LaneWorkers(String name, int workers, Lanes lanes, Work work, InstantSource clock) {
    this(name, workers, lanes, work, clock, CompletableFuture.completedFuture(null));
  }

  /// @param after nothing is taken before this is there: what the work needs may still be loading
  public LaneWorkers(
      String name,
      int workers,
      Lanes lanes,
      Work work,
      InstantSource clock,
      CompletableFuture<?> after) {
    this.lanes = lanes;
    this.work = work;
    this.clock = clock;
    for (int i = 0; i < workers; i++) {
      threads.add(Thread.ofVirtual().name(name + "-" + i).start(() -> run(after)));
    }
  }

  /// Says that there is work, so that nobody waits for the next look: once for each lane, since one
  /// worker alone would do them one after the other.
  public void wake() {
    if (signal.availablePermits() < threads.size()) {
      signal.release();
    }
  }

  private void run(CompletableFuture<?> after) {
    try {
      after.join();
    } catch (CancellationException e) {
      return; // the start has failed elsewhere
    }
    while (!closed) {
      try {
        var claim = lanes.claim();
        if (claim.isPresent()) {
          perform(claim.get());
        } else {
          rest(IDLE);
        }
      } catch (RedisUnavailable e) {
        rest(PAUSE);
      } catch (RuntimeException e) {
        LOG.error("a worker met a fault", e);
        rest(PAUSE);
      }
    }
  }

  private void perform(Claim claim) {
    try {
      if (claim.tries() > MOST_TRIES) {
        work.quarantine(claim);
      } else {
        work.perform(claim);
      }
    } catch (RedisUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("work on {} failed, try {}", claim, claim.tries(), e);
      lanes.release(claim, clock.instant().plus(PAUSE.multipliedBy(claim.tries())));
    }
  }

  private void rest(Duration longest) {
    try {
      var _ = signal.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /// Lets what is being done be finished, then stops.
  @Override
  public void close() {
    closed = true;
    signal.release(threads.size());
    for (var thread : threads) {
      try {
        thread.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
