package org.havenline.redis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisAddress;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/// A real Redis on loopback with a password, every write on disk before it is acknowledged. It
/// outlives a killed server and is found again by the next one; it is started anew when it dies.
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final long PATIENCE_SECONDS = 20;

  private final Path folder;
  private final RedisAddress address;
  private volatile ProcessHandle process;
  private volatile boolean closed;

  private EmbeddedRedis(Path folder, RedisAddress address, ProcessHandle process) {
    this.folder = folder;
    this.address = address;
    this.process = process;
  }

  /// Starts Redis in the data directory, or takes over the one a killed server left behind.
  public static EmbeddedRedis start(DataDirectory data) {
    try {
      var folder = Files.createDirectories(data.resolve("redis"));
      var left = leftBehind(folder);
      var address = left == null ? RedisAddress.parse(configure(folder)) : addressIn(folder);
      var redis = new EmbeddedRedis(folder, address, left == null ? launch(folder) : left);
      redis.awaitReady();
      Thread.ofVirtual().name("embedded-redis").start(redis::watch);
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RedisAddress address() {
    return address;
  }

  /// The process id, for harnesses that stop or freeze it.
  public long pid() {
    return process.pid();
  }

  /// Where the Redis of a data directory answers, if it runs.
  public static Optional<RedisAddress> running(Path data) {
    try {
      var folder = data.resolve("redis");
      return leftBehind(folder) == null ? Optional.empty() : Optional.of(addressIn(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @org.jspecify.annotations.Nullable ProcessHandle leftBehind(Path folder)
      throws IOException {
    var pidFile = folder.resolve("redis.pid");
    if (!Files.exists(pidFile) || !Files.exists(folder.resolve("address"))) {
      return null;
    }
    var pid = Files.readString(pidFile).strip();
    var handle = pid.isEmpty() ? null : ProcessHandle.of(Long.parseLong(pid)).orElse(null);
    try (var redis = Redis.open(addressIn(folder))) {
      redis.call("PING");
      return handle;
    } catch (RedisUnavailable e) {
      return null;
    }
  }

  private static RedisAddress addressIn(Path folder) throws IOException {
    return RedisAddress.parse(Files.readString(folder.resolve("address")).strip());
  }

  private static String configure(Path folder) throws IOException {
    var secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    var password = HexFormat.of().formatHex(secret);
    int port = freePort();
    writePrivate(
        folder.resolve("redis.conf"),
        """
        bind 127.0.0.1
        port %d
        requirepass %s
        dir "%s"
        pidfile "%s"
        logfile "%s"
        daemonize no
        save ""
        appendonly yes
        appendfsync always
        no-appendfsync-on-rewrite no
        maxmemory-policy noeviction
        """
            .formatted(
                port, password, folder, folder.resolve("redis.pid"), folder.resolve("redis.log")));
    var address = URI.create("redis://:%s@127.0.0.1:%d".formatted(password, port)).toString();
    writePrivate(folder.resolve("address"), address);
    return address;
  }

  private static void writePrivate(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ProcessHandle launch(Path folder) throws IOException {
    var program = folder.resolve("redis-server");
    if (!Files.exists(program)) {
      var extracted = ExecutableProvider.newJarResourceProvider().get().toPath();
      Files.copy(extracted, program, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
    // a session of its own: Ctrl-C in the terminal must end the server first, then Redis
    var setsid =
        Files.exists(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.<String>of();
    var command = new java.util.ArrayList<>(setsid);
    command.add(program.toString());
    command.add(folder.resolve("redis.conf").toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .toHandle();
  }

  private void awaitReady() {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try (var redis = Redis.open(address)) {
        redis.call("PING");
        return;
      } catch (RedisUnavailable e) {
        if (!process.isAlive() || System.nanoTime() > until) {
          throw new IllegalStateException(
              "The embedded Redis did not start; its reason is in %s."
                  .formatted(folder.resolve("redis.log")),
              e);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }

  private void watch() {
    while (!closed) {
      process.onExit().join();
      if (closed) {
        return;
      }
      LOG.error("the embedded Redis ended; starting it again");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      try {
        process = launch(folder);
      } catch (IOException e) {
        LOG.error("the embedded Redis cannot be started", e);
      }
    }
  }

  /// Ends Redis after what it holds is on disk.
  @Override
  public void close() {
    closed = true;
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
