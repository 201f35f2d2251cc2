package org.havenline.http.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees when code holds an event loop longer than 100 ms: everybody else on that loop waits so
/// long.
public final class EventLoopWatch {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoopWatch.class);
  private static final long LONGEST_MS = 100;

  /// Short against `LONGEST_MS`, so that hardly any block ends between two looks.
  private static final long LOOK_EVERY_MS = 25;

  private final Counter blocked;

  /// When each loop's last known block began, by `System.nanoTime`; touched by the checker's thread
  /// alone.
  private final Map<Thread, Long> begun = new HashMap<>();

  private EventLoopWatch(Counter blocked) {
    this.blocked = blocked;
  }

  /// The server's one Vert.x; each block adds one to `havenline_event_loop_blocked_total`.
  public static Vertx vertx(MeterRegistry registry) {
    var watch =
        new EventLoopWatch(
            Counter.builder("havenline.event.loop.blocked")
                .description("How often an event loop was held for more than 100 ms")
                .register(registry));
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setMaxEventLoopExecuteTime(LONGEST_MS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(LOOK_EVERY_MS)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS));
    // Vert.x has no public way to count what its checker finds
    ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(watch::look);
    return vertx;
  }

  private void look(BlockedThreadEvent event) {
    var thread = event.thread();
    long began = System.nanoTime() - event.duration();
    var known = begun.put(thread, began);
    // two blocks begin at least LONGEST_MS apart; less is the same one, seen again
    boolean seen = known != null && began - known < TimeUnit.MILLISECONDS.toNanos(LONGEST_MS) / 2;
    if (!thread.getName().contains("eventloop") || seen) {
      return;
    }
    blocked.increment();
    LOG.warn(
        "{} is held at {}",
        thread.getName(),
        Arrays.stream(thread.getStackTrace())
            .limit(12)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < ")));
  }
}
