package org.havenline.loadtests.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Commands of the machine that Java has no call for: signals, mounts, copies.
public final class Signals {
  private Signals() {}

  /// Sends a signal such as `STOP` to a process; one that is gone is no error.
  public static void send(String signal, long pid) {
    output("kill", "-" + signal, Long.toString(pid));
  }

  /// Runs a command that must succeed.
  ///
  /// @return what it printed
  public static String run(String... command) {
    var result = execute(command);
    if (result.code() != 0) {
      throw new IllegalStateException(
          "'%s' ended with %d: %s"
              .formatted(String.join(" ", command), result.code(), result.output()));
    }
    return result.output();
  }

  /// Runs a command that may fail.
  static String output(String... command) {
    return execute(command).output();
  }

  private record Result(int code, String output) {}

  private static Result execute(String... command) {
    try {
      var process =
          new ProcessBuilder(List.copyOf(Arrays.asList(command))).redirectErrorStream(true).start();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Result(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new IllegalStateException(String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
