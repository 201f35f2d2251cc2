package org.havenline.http.porch;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Closes a connection on which the next request's headers do not arrive whole in time, idle or
/// trickling alike. While a request is in hand no clock runs: a long poll and a WebSocket may last.
///
/// Vert.x's idle timeout will not do: one byte a second keeps it awake, and it would cut long
/// polls.
final class ConnectionDeadline {
  private final Vertx vertx;
  private final Duration longest;
  private final Map<HttpConnection, Clock> clocks = new ConcurrentHashMap<>();

  ConnectionDeadline(Vertx vertx, Duration longest) {
    this.vertx = vertx;
    this.longest = longest;
  }

  void opened(HttpConnection connection) {
    clocks.put(connection, new Clock(0, start(connection)));
    connection.closeHandler(_ -> stop(clocks.remove(connection)));
  }

  void requestBegun(HttpConnection connection) {
    clocks.computeIfPresent(
        connection,
        (_, clock) -> {
          stop(clock);
          return new Clock(clock.requests + 1, NONE);
        });
  }

  void requestEnded(HttpConnection connection) {
    clocks.computeIfPresent(
        connection,
        (_, clock) -> {
          stop(clock);
          int left = clock.requests - 1;
          return new Clock(left, left == 0 ? start(connection) : NONE);
        });
  }

  private static final long NONE = -1;

  /// @param requests in hand; more than one when they are pipelined
  private record Clock(int requests, long timer) {}

  private long start(HttpConnection connection) {
    return vertx.setTimer(longest.toMillis(), _ -> connection.close());
  }

  private void stop(@Nullable Clock clock) {
    if (clock != null && clock.timer != NONE) {
      vertx.cancelTimer(clock.timer);
    }
  }
}
