package org.havenline.redis;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import redis.clients.jedis.Connection;

/// Follows one stream from a point on, on a connection of its own, and comes back by itself when
/// the store was away: what it missed is still in the stream.
public final class StreamTail implements AutoCloseable {
  private static final Duration BLOCK = Duration.ofSeconds(1);
  private static final Duration READ_TIMEOUT = BLOCK.plusSeconds(2);
  private static final int MOST_AT_ONCE = 500;

  private final Redis redis;
  private final String key;
  private final Consumer<Reply> entry;
  private final BooleanSupplier retry;
  private final Thread thread;
  private volatile String after;
  private volatile boolean closed;

  /// @param after the id of the last entry already known
  /// @param entry is given each entry `[id, [field, value, …]]`, in order, on one thread
  /// @param retry waits a little after a failure; false ends the following
  public StreamTail(
      Redis redis, String key, String after, Consumer<Reply> entry, BooleanSupplier retry) {
    this.redis = redis;
    this.key = key;
    this.after = after;
    this.entry = entry;
    this.retry = retry;
    this.thread = Thread.ofVirtual().name("tail-" + key).start(this::follow);
  }

  private void follow() {
    while (!closed) {
      try (var connection = redis.connect(READ_TIMEOUT)) {
        while (!closed) {
          read(connection).forEach(this::take);
        }
      } catch (RuntimeException e) {
        if (closed || !retry.getAsBoolean()) {
          return;
        }
      }
    }
  }

  private List<Reply> read(Connection connection) {
    connection.sendCommand(
        () -> Redis.utf8("XREAD"),
        Redis.raw("COUNT", MOST_AT_ONCE, "BLOCK", BLOCK.toMillis(), "STREAMS", key, after));
    var streams = new Reply(Redis.guard("XREAD", connection::getOne)).list();
    return streams.isEmpty() ? List.of() : streams.getFirst().list().get(1).list();
  }

  private void take(Reply found) {
    entry.accept(found);
    after = found.list().getFirst().text();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
