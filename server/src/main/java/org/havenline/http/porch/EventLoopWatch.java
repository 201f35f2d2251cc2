package org.havenline.http.porch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees when code holds an event loop longer than 100 ms: everybody else on that loop waits so
/// long.
public final class EventLoopWatch {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoopWatch.class);
  private static final long LONGEST_MS = 100;

  /// Short against `LONGEST_MS`, so that no block is missed by more than this.
  private static final long LOOK_EVERY_MS = 25;

  private EventLoopWatch() {}

  /// The server's one Vert.x. Each look that finds a blocked loop adds one to
  /// `havenline_event_loop_blocked_total`.
  public static Vertx vertx(MeterRegistry registry) {
    var blocked =
        Counter.builder("havenline.event.loop.blocked")
            .description("Looks that found an event loop held for more than 100 ms")
            .register(registry);
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setMaxEventLoopExecuteTime(LONGEST_MS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(LOOK_EVERY_MS)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS));
    // Vert.x has no public way to count what its checker finds
    ((VertxInternal) vertx)
        .blockedThreadChecker()
        .setThreadBlockedHandler(event -> report(event, blocked));
    return vertx;
  }

  private static void report(BlockedThreadEvent event, Counter blocked) {
    if (!event.thread().getName().contains("eventloop")) {
      return;
    }
    blocked.increment();
    LOG.warn(
        "{} held for {} ms at {}",
        event.thread().getName(),
        TimeUnit.NANOSECONDS.toMillis(event.duration()),
        Arrays.stream(event.thread().getStackTrace())
            .limit(12)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < ")));
  }
}
