package org.havenline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.havenline.simulator.web.Form;

/// Drives a simulator over HTTP, as tests and load-tests do.
final class Client implements AutoCloseable {
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String TOKEN = "token";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  /// The mount point is empty when the simulator stands alone.
  Client(int port, String mountPoint) {
    base = "http://127.0.0.1:" + port + mountPoint;
  }

  JsonObject text(String phone, JsonObject message) throws Exception {
    return json(call("POST", "/phones/" + phone + "/messages", message.encode()));
  }

  JsonArray phone(String number) throws Exception {
    return json(call("GET", "/phones/" + number, "")).getJsonArray("messages");
  }

  JsonObject get(String path) throws Exception {
    return json(call("GET", path, ""));
  }

  int trouble(String json) throws Exception {
    return call("POST", "/troubles", json).statusCode();
  }

  JsonObject post(String path, JsonObject body) throws Exception {
    return json(call("POST", path, body.encode()));
  }

  int put(String path, JsonObject body) throws Exception {
    return call("PUT", path, body.encode()).statusCode();
  }

  int delete(String path) throws Exception {
    return call("DELETE", path, "").statusCode();
  }

  HttpResponse<String> rest(String method, String path, Form form)
      throws IOException, InterruptedException {
    return rest(method, path, form, TOKEN);
  }

  HttpResponse<String> rest(String method, String path, Form form, String token)
      throws IOException, InterruptedException {
    var pair = Base64.getEncoder().encodeToString((ACCOUNT + ":" + token).getBytes(UTF_8));
    var target = "/twilio/2010-04-01/Accounts/" + ACCOUNT + path;
    return http.send(
        request(method, target, form.encoded()).header("Authorization", "Basic " + pair).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> send(Form form) throws IOException, InterruptedException {
    return rest("POST", "/Messages.json", form);
  }

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    return http.send(request(method, path, body).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .method(method, BodyPublishers.ofString(body));
  }

  static JsonObject json(HttpResponse<String> response) {
    return new JsonObject(response.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
