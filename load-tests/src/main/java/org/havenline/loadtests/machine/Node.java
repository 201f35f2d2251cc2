package org.havenline.loadtests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One process of the server, started as anybody would start it.
public final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final NodeSettings settings;
  private final List<String> options;
  private @Nullable Process process;

  public Node(NodeSettings settings) {
    this(settings, List.of());
  }

  /// @param options of its JVM
  public Node(NodeSettings settings, List<String> options) {
    this.settings = settings;
    this.options = options;
  }

  public NodeSettings settings() {
    return settings;
  }

  /// Starts it and waits until it says that it is ready.
  ///
  /// @return from start to ready
  public Duration start() {
    launch();
    return awaitReady();
  }

  public void launch() {
    try {
      Files.createDirectories(settings.folder());
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.addAll(List.of("-jar", Workplace.jar().toString(), "serve"));
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("HAVENLINE_"));
      builder.environment().putAll(settings.variables());
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Duration awaitReady() {
    return Patience.until(
        "the server is ready, see " + settings.log(),
        PATIENCE,
        () -> {
          if (!running()) {
            throw new IllegalStateException("the server ended, see " + settings.log());
          }
          return ready();
        });
  }

  public boolean ready() {
    try {
      var url =
          URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready").toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(3_000);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  public boolean running() {
    return process != null && process.isAlive();
  }

  public long pid() {
    return started().pid();
  }

  /// `kill -9`: nothing of it runs any more when this returns.
  public void kill() {
    started().destroyForcibly().onExit().join();
  }

  public void freeze() {
    Signals.send("STOP", pid());
  }

  public void thaw() {
    Signals.send("CONT", pid());
  }

  /// Resident memory, in MB.
  public long residentMegabytes() {
    return residentBytes() >> 20;
  }

  public long residentBytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process started() {
    if (process == null) {
      throw new IllegalStateException("the server was not started");
    }
    return process;
  }

  @Override
  public void close() {
    stop();
  }

  /// Ends it as an operator does; its embedded Redis ends with it.
  public void stop() {
    if (!running()) {
      settings.endOrphanedRedis();
      return;
    }
    var running = started();
    running.destroy();
    try {
      if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    settings.endOrphanedRedis();
  }
}
