package org.havenline.loadtests.machine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting for what happens in another process.
public final class Patience {
  private static final Duration LOOK = Duration.ofMillis(5);

  private Patience() {}

  /// Waits until something is so.
  ///
  /// @return how long it took
  /// @throws IllegalStateException when it takes longer than `most`
  public static Duration until(String what, Duration most, BooleanSupplier so) {
    long from = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - from > most.toNanos()) {
        throw new IllegalStateException(
            "waited %d s in vain: %s".formatted(most.toSeconds(), what));
      }
      pause(LOOK);
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /// Waits until something is so, but not longer than this.
  public static void atMost(Duration most, BooleanSupplier so) {
    long from = System.nanoTime();
    while (!so.getAsBoolean() && System.nanoTime() - from < most.toNanos()) {
      pause(LOOK);
    }
  }

  public static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
