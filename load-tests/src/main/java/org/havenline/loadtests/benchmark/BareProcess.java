package org.havenline.loadtests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.havenline.loadtests.machine.FreePort;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.text.Door;

/// The bare server in a process of its own, as the real one is.
final class BareProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private BareProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static BareProcess start(String redisUrl, Path log) {
    try {
      int port = FreePort.next();
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  BareServer.class.getName(),
                  Integer.toString(port),
                  redisUrl)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Patience.until(
          "the bare server listens, see " + log, Duration.ofMinutes(1), () -> listens(port));
      return new BareProcess(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(int port) {
    try (var _ = Door.open(port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
