package org.havenline.loadtests.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine a run was made on: without it a figure says nothing.
final class Machine {
  private Machine() {}

  static String describe() {
    try {
      var processor =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse("unknown processor");
      var load = Files.readString(Path.of("/proc/loadavg"));
      return "%d × %s, Linux %s, Java %s; load average %s at the end"
          .formatted(
              Runtime.getRuntime().availableProcessors(),
              processor,
              System.getProperty("os.version"),
              System.getProperty("java.version"),
              load.substring(0, load.indexOf(' ')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
