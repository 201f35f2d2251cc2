package org.havenline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The jar as its operator runs it: a process of its own, with all it prints kept in files.
public final class ServerProcess implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Map<String, String> settings;
  private final Path out;
  private final Path err;

  private ServerProcess(Process process, Map<String, String> settings, Path out, Path err) {
    this.process = process;
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  /// @param settings `HAVENLINE_*` variables; nothing else of that name is seen
  /// @param arguments of `java`, from `-jar` on, or options before it
  public static ServerProcess run(Map<String, String> settings, String... arguments) {
    try {
      var folder = Files.createTempDirectory("havenline-run");
      var command =
          new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
      command.addAll(Arrays.asList(arguments));
      var builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.startsWith("HAVENLINE_"));
      builder.environment().putAll(settings);
      var out = folder.resolve("out");
      var err = folder.resolve("err");
      var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      return new ServerProcess(process, settings, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String jar() {
    return Objects.requireNonNull(System.getProperty("havenline.jar"), "havenline.jar");
  }

  /// Waits until the server takes messages.
  public ServerProcess isReady() {
    Soon.holds(() -> {
      if (!process.isAlive()) {
        throw new IllegalStateException("it ended: " + err());
      }
      assertThat(status("/health/ready")).isEqualTo(200);
    });
    return this;
  }

  private int status(String path) {
    try {
      return management(path).statusCode();
    } catch (IOException e) {
      return 0; // nobody listens yet
    }
  }

  public HttpResponse<String> management(String path) throws IOException {
    var url = "http://127.0.0.1:" + settings.get("HAVENLINE_MANAGEMENT_PORT") + path;
    try {
      return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public URI url() {
    return URI.create(Objects.requireNonNull(settings.get("HAVENLINE_PUBLIC_URL")));
  }

  public Path data() {
    return Path.of(Objects.requireNonNull(settings.get("HAVENLINE_DATA_DIR")));
  }

  /// The password of a member of staff, as printed at the first start.
  public String password(String user) {
    return out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(user + " "))
        .map(line -> line.substring(user.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  /// Asks it to stop, as a service manager does.
  public void terminate() {
    process.destroy();
  }

  /// Waits for its end.
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end: " + err());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Adds a line to what it printed on stderr, for a check that must find it there.
  public void print(byte[] line) throws IOException {
    Files.write(err, line, StandardOpenOption.APPEND);
    Files.writeString(err, "\n", StandardOpenOption.APPEND);
  }

  /// The files that hold what it printed.
  public List<Path> printed() {
    return List.of(out, err);
  }

  public String out() {
    return text(out);
  }

  public String err() {
    return text(err);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends it without asking, and the Redis it started.
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    redis()
        .ifPresent(one -> {
          one.destroyForcibly();
          one.onExit().join();
        });
  }

  /// The embedded Redis, if it runs.
  public Optional<ProcessHandle> redis() {
    var file = data().resolve("redis/redis.pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(text(file).strip()))
        : Optional.empty();
  }
}
