package org.havenline.loadtests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// The system's own Redis with the settings the server asks for, in a folder that may lie on a disk
/// of ours.
public final class Store implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private Process process;

  private Store(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.process = launch();
  }

  public static Store start(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var store = new Store(folder, FreePort.next());
    store.awaitReady();
    return store;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public Jedis connect() {
    return new Jedis("127.0.0.1", port, 5_000);
  }

  /// As when the machine's memory killer takes it.
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public void freeze() {
    Signals.send("STOP", process.pid());
  }

  public void thaw() {
    Signals.send("CONT", process.pid());
  }

  public boolean running() {
    return process.isAlive();
  }

  /// Starts it again on what it left in its folder, at the same address.
  public void startAgain() {
    process = launch();
    awaitReady();
  }

  private Process launch() {
    try {
      return new ProcessBuilder(
              "redis-server",
              "--bind",
              "127.0.0.1",
              "--port",
              Integer.toString(port),
              "--dir",
              folder.toString(),
              "--save",
              "",
              "--appendonly",
              "yes",
              "--appendfsync",
              "always",
              "--no-appendfsync-on-rewrite",
              "no",
              "--maxmemory-policy",
              "noeviction")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IllegalStateException("redis-server is needed: apt-get install redis-server", e);
    }
  }

  private void awaitReady() {
    Patience.until("Redis answers", PATIENCE, this::answers);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("redis-server ended at once, in " + folder);
    }
    try (var redis = connect()) {
      return redis.ping().equals("PONG");
    } catch (JedisException e) {
      return false;
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
