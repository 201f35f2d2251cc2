package org.havenline.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/// Group commit: one thread takes all writes that wait and sends them to Redis in one go, so that
/// one fsync serves many messages (measured: 1.5 times the throughput of one call per thread).
public final class GroupWriter implements AutoCloseable {
  private static final int MOST_AT_ONCE = 512;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Redis redis;

  /// Bounded: behind a store that hangs, callers wait here rather than fill the memory.
  private final BlockingQueue<Write> waiting = new ArrayBlockingQueue<>(20_000);

  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Connection connection;

  public GroupWriter(Redis redis) {
    this.redis = redis;
    this.thread = Thread.ofPlatform().name("group-writer").start(this::work);
  }

  private record Write(
      RedisScript script, String key, Object[] arguments, CompletableFuture<Reply> answer) {}

  /// Runs the script with others in one round trip; returns when Redis has it on disk.
  ///
  /// @throws RedisUnavailable when it is not certain that Redis has it
  public Reply run(RedisScript script, String key, Object... arguments) {
    var write = new Write(script, key, arguments, new CompletableFuture<>());
    try {
      waiting.put(write);
      if (closed) {
        throw new RedisUnavailable("closing", new IllegalStateException());
      }
      return write.answer().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisUnavailable(script.name(), e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new RedisUnavailable(script.name(), e);
    }
  }

  private void work() {
    var batch = new ArrayList<Write>(MOST_AT_ONCE);
    while (!closed || !waiting.isEmpty()) {
      try {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_AT_ONCE - 1);
        commit(batch);
      } catch (InterruptedException e) {
        // woken to close: what waits is still written
      } finally {
        batch.clear();
      }
    }
  }

  private void commit(List<Write> batch) {
    try {
      send(batch, true);
    } catch (JedisException | RedisUnavailable e) {
      drop();
      for (var write : batch) {
        write.answer().completeExceptionally(e);
      }
    }
  }

  private void send(List<Write> batch, boolean bySha) {
    var redisConnection = connection();
    for (var write : batch) {
      redisConnection.sendCommand(
          () -> Redis.utf8(bySha ? "EVALSHA" : "EVAL"),
          write.script().command(bySha, write.key(), write.arguments()));
    }
    var answers = redisConnection.getMany(batch.size());
    var unknown = new ArrayList<Write>();
    for (int i = 0; i < answers.size(); i++) {
      var write = batch.get(i);
      switch (answers.get(i)) {
        case JedisDataException e when bySha && RedisScript.isUnknown(e) -> unknown.add(write);
        case JedisDataException e ->
            write.answer().completeExceptionally(Redis.refusal(write.script().name(), e));
        case null, default -> write.answer().complete(new Reply(answers.get(i)));
      }
    }
    if (!unknown.isEmpty()) {
      send(unknown, false);
    }
  }

  private Connection connection() {
    if (connection == null) {
      connection = redis.connect(TIMEOUT);
    }
    return connection;
  }

  private void drop() {
    if (connection != null) {
      connection.setBroken();
      connection.close();
      connection = null;
    }
  }

  /// Writes what waits, then stops.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(TIMEOUT.multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drop();
  }
}
