package org.havenline.simulator.voice.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Time that passes by itself, for the page: one thing at a time, and questions on threads of their
/// own.
public final class LiveTimeline implements Timeline, AutoCloseable {
  private final InstantSource clock;
  private final ScheduledExecutorService due =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("calls").factory());
  private final ExecutorService asking =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("calls-", 0).factory());

  public LiveTimeline(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Timer after(Duration delay, Runnable what) {
    var future = due.schedule(what, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void aside(Runnable asked) {
    asking.execute(asked);
  }

  /// Interrupts whoever waits for an answer.
  @Override
  public void close() {
    due.shutdownNow();
    asking.shutdownNow();
  }
}
