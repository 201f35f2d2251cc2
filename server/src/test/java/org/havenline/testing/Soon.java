package org.havenline.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/// Waiting for what happens behind an acknowledgement. The limit is for faults, not for slow
/// machines; nothing here measures time.
public final class Soon {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(20);

  private Soon() {}

  /// Waits until the assertion holds.
  public static void holds(ThrowingRunnable assertion) {
    patiently().untilAsserted(assertion);
  }

  /// Waits until there is one.
  public static <T> T present(Callable<Optional<T>> wanted) {
    return patiently().until(wanted, Optional::isPresent).orElseThrow();
  }

  private static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK);
  }
}
