package org.havenline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisAddress;
import org.havenline.redis.RedisUnavailable;
import redis.embedded.core.ExecutableProvider;

/// A Redis process of a test's own, of one of the two versions that scripts must run on.
public final class RealRedis implements AutoCloseable {
  /// The one embedded in the jar (6.2), and the one of the system (7).
  public enum Version {
    EMBEDDED,
    SYSTEM
  }

  private final Version version;
  private final Path folder;
  private final int port;
  private final List<String> settings;
  private Process process;

  private RealRedis(Version version, Path folder, int port, List<String> settings) {
    this.version = version;
    this.folder = folder;
    this.port = port;
    this.settings = settings;
    this.process = launch();
  }

  /// Starts one with the settings that lose nothing.
  public static RealRedis durable(Version version) {
    return start(version, "--appendonly", "yes", "--appendfsync", "always");
  }

  /// @param settings of the command line, as `redis-server` takes them
  public static RealRedis start(Version version, String... settings) {
    try {
      var folder = Files.createTempDirectory("havenline-redis");
      var redis = new RealRedis(version, folder, freePort(), List.of(settings));
      redis.awaitReady();
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RedisAddress address() {
    return RedisAddress.parse("redis://127.0.0.1:" + port);
  }

  public Path folder() {
    return folder;
  }

  public long pid() {
    return process.pid();
  }

  /// Sends a signal: STOP, CONT, KILL.
  public void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts it again on the same files and port after it has ended.
  public void again() {
    process.onExit().join();
    process = launch();
    awaitReady();
  }

  private Process launch() {
    try {
      var program =
          version == Version.SYSTEM
              ? "redis-server"
              : ExecutableProvider.newJarResourceProvider().get().getPath();
      var command =
          new ArrayList<>(
              Arrays.asList(
                  program,
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--dir",
                  folder.toString(),
                  "--save",
                  ""));
      command.addAll(settings);
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    while (true) {
      try (var redis = Redis.open(address())) {
        redis.call("PING");
        return;
      } catch (RedisUnavailable e) {
        if (!process.isAlive()) {
          throw new IllegalStateException("redis-server did not start; see " + folder, e);
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
