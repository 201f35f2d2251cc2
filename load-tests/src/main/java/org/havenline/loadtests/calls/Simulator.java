package org.havenline.loadtests.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.Workplace;

/// The phone simulator as a process of its own: Twilio and its phones for one node.
final class Simulator implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final Process process;

  /// Starts it, and waits until it serves.
  ///
  /// @param node whose account it plays, and whose webhooks it calls
  Simulator(NodeSettings node, int port) {
    base = URI.create("http://127.0.0.1:" + port);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var server = "http://127.0.0.1:" + node.port();
    var builder =
        new ProcessBuilder(
                List.of(
                    java,
                    "-jar",
                    Workplace.jar().toString(),
                    "simulator",
                    "--port",
                    Integer.toString(port),
                    "--server",
                    server))
            .redirectErrorStream(true)
            .redirectOutput(node.folder().resolve("simulator.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HAVENLINE_"));
    builder.environment().putAll(node.variables());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Patience.until("the simulator serves", PATIENCE, this::serves);
  }

  private boolean serves() {
    try {
      return get("/answers").has("count");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  JsonNode get(String path) {
    return send("GET", path, Map.of());
  }

  /// @return what it answered; an empty object for nothing
  /// @throws IllegalStateException when it refuses
  JsonNode send(String method, String path, Map<String, ?> body) {
    try {
      var request =
          HttpRequest.newBuilder(base.resolve(path))
              .timeout(PATIENCE)
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    http.close();
  }
}
