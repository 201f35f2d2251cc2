package org.havenline.channel.webchat.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.havenline.testing.RunningServer;
import org.havenline.testing.ServerProcess;

/// A server that can be ended and started again: in this process, where it is closed, or with
/// `-Dhavenline.kills=true` as a process of its own, which is killed.
final class Node implements AutoCloseable {
  static final boolean KILLS = Boolean.getBoolean("havenline.kills");

  private final InstantSource clock;
  private final Map<String, String> settings;
  private UnaryOperator<String> passwords = UnaryOperator.identity();
  private Runnable end = () -> {};

  /// @param clock of a node in this process
  /// @param more settings, by the names of their variables
  Node(InstantSource clock, Map<String, String> more) {
    this.clock = clock;
    settings = RunningServer.settings();
    settings.putAll(more);
  }

  Node start() {
    if (KILLS) {
      var process = ServerProcess.run(settings, "-jar", ServerProcess.jar(), "serve").isReady();
      passwords = process::password;
      end = process::close;
    } else {
      var server = RunningServer.start(clock, settings);
      passwords = server::password;
      end = server::close;
    }
    return this;
  }

  int port() {
    return Integer.parseInt(Objects.requireNonNull(settings.get("HAVENLINE_HTTP_PORT")));
  }

  /// As printed at the last start, if it was the first of its store.
  String password(String user) {
    return passwords.apply(user);
  }

  /// Nodes of one line have the same keys.
  Node withKeysOf(Node other) {
    try {
      var to = Files.createDirectories(data().resolve("keys"));
      try (var keys = Files.list(other.data().resolve("keys"))) {
        for (var key : keys.toList()) {
          Files.copy(
              key, to.resolve(key.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return Path.of(Objects.requireNonNull(settings.get("HAVENLINE_DATA_DIR")));
  }

  @Override
  public void close() {
    end.run();
    end = () -> {};
  }
}
