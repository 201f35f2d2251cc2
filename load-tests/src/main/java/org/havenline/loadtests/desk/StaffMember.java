package org.havenline.loadtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A responder at one node, by the staff API (`/api/v1`, described in the server's contract).
public final class StaffMember implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String name;
  private final String here;
  private String token = "";

  private StaffMember(String name, int port) {
    this.name = name;
    this.here = "127.0.0.1:" + port;
  }

  public static StaffMember signIn(String name, String password, int port) {
    var member = new StaffMember(name, port);
    var answer =
        member.send("POST", "/sessions", Map.of("username", name, "password", password)).join();
    member.token = body(answer, 201).path("token").asText();
    return member;
  }

  public String name() {
    return name;
  }

  public void goOnDuty() {
    body(send("PUT", "/me/presence", Map.of("state", "available")).join(), 200);
  }

  /// @return status of the answer: 200 taken, 409 gone
  public int accept(String offer) {
    return send("POST", "/offers/" + offer + "/accept", Map.of()).join().statusCode();
  }

  /// @param key makes it once only
  /// @return status of the answer, whenever it comes: 201 written, 409 not hers any more
  public CompletableFuture<Integer> write(String contact, String text, String key) {
    return send("POST", "/conversations/" + contact + "/messages", Map.of("text", text, "key", key))
        .thenApply(HttpResponse::statusCode);
  }

  /// The messages of an own conversation.
  public JsonNode messages(String contact) {
    return body(send("GET", "/conversations/" + contact + "/messages", Map.of()).join(), 200)
        .path("messages");
  }

  public void close(String contact) {
    body(
        send("POST", "/conversations/" + contact + "/close", Map.of("disposition", "test")).join(),
        204);
  }

  /// Ends a conversation if it is still hers.
  public void tryToClose(String contact) {
    send("POST", "/conversations/" + contact + "/close", Map.of("disposition", "test")).join();
  }

  /// Does something by the API that must succeed.
  JsonNode done(String method, String path, Map<String, ?> body, int expected) {
    return body(send(method, path, body).join(), expected);
  }

  /// Opens her event socket.
  ///
  /// @param heard gets each frame, in order; must not block
  public EventSocket listen(Consumer<JsonNode> heard) {
    return EventSocket.open(
        http, URI.create("ws://" + here + "/desk/events"), "Bearer " + token, heard);
  }

  private CompletableFuture<HttpResponse<String>> send(
      String method, String path, Map<String, ?> body) {
    try {
      var request = HttpRequest.newBuilder(URI.create("http://" + here + "/api/v1" + path));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      if (!body.isEmpty()) {
        request.header("Content-Type", "application/json");
      }
      request.method(
          method,
          body.isEmpty()
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body)));
      return once(request.build()).exceptionallyCompose(_ -> once(request.build()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every call may be made twice; a server that wakes drops the connections it slept on.
  private CompletableFuture<HttpResponse<String>> once(HttpRequest request) {
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  private static JsonNode body(HttpResponse<String> answer, int expected) {
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(
          "%s: %d %s".formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
    }
    return read(answer.body());
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
