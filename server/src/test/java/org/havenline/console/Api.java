package org.havenline.console;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;

/// The staff API as a program uses it.
public final class Api {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private String token = "";

  public Api(URI url) {
    this.url = url;
  }

  public Api signIn(String username, String password) {
    var answer =
        post("/sessions", new JsonObject().put("username", username).put("password", password));
    if (answer.status() != 201) {
      throw new IllegalStateException("sign-in answered " + answer.status());
    }
    token = Objects.requireNonNull(answer.body().getString("token"));
    return this;
  }

  public String token() {
    return token;
  }

  public record Answer(int status, JsonObject body, java.net.http.HttpHeaders headers) {}

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, JsonObject body) {
    return send("POST", path, body.encode());
  }

  public Answer send(
      String method,
      String path,
      @org.jspecify.annotations.Nullable String body,
      String... headers) {
    var request =
        HttpRequest.newBuilder(url.resolve("/api/v1" + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(request.build());
  }

  private Answer answer(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      var body = response.body();
      return new Answer(
          response.statusCode(),
          body.startsWith("{") ? new JsonObject(body) : new JsonObject(),
          response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
