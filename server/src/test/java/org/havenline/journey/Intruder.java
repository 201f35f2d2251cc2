package org.havenline.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.havenline.testing.Canaries;

/// Says what nobody should say, at every door, with a canary in it.
final class Intruder {
  private static final int TOO_LARGE = 70_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final Canaries canaries;

  Intruder(URI server, Canaries canaries) {
    this.server = server;
    this.canaries = canaries;
  }

  void knocksAtEveryDoor(String token) throws IOException, InterruptedException {
    for (int i = 0; i < 5; i++) {
      signsIn();
      unsigned("/twilio/messages?" + canaries.plain("query"));
      unsigned("/twilio/messages/status?m=" + canaries.plain("message"));
      for (var path : List.of("/", "/desk/", "/api/v1/", "/simulator/", "/twilio/")) {
        send(request(path + canaries.plain("path")));
      }
      asks(token);
      sends(token, "POST", "/api/v1/sessions", "{\"" + canaries.word("bad JSON"));
      speaksNoHttp();
    }
  }

  /// Asks what is there for nobody, or in no form that is understood.
  void asks(String token) throws InterruptedException {
    sends(token, "GET", "/api/v1/contacts?state=" + canaries.plain("state"), "");
    sends(token, "GET", "/api/v1/contacts/" + canaries.plain("contact"), "");
    sends(token, "POST", "/api/v1/offers/" + canaries.plain("offer") + "/accept", "{}");
    sends(
        token,
        "POST",
        "/api/v1/conversations/" + canaries.plain("conversation") + "/messages",
        new JsonObject()
            .put("text", canaries.word("answer to nobody"))
            .put("key", canaries.plain("key"))
            .encode());
    sends(
        token,
        "PUT",
        "/api/v1/me/presence",
        new JsonObject().put("state", canaries.word("presence")).encode());
    sends(canaries.plain("token"), "GET", "/api/v1/me", "");
  }

  void signsIn() throws InterruptedException {
    var credentials =
        new JsonObject()
            .put("username", canaries.word("user name"))
            .put("password", canaries.word("password"));
    sends("", "POST", "/api/v1/sessions", credentials.encode());
    sends("", "POST", "/api/v1/sessions", credentials.put("username", "lucia").encode());
  }

  private void unsigned(String path) throws InterruptedException {
    var form = "Body=" + canaries.plain("unsigned text") + "&From=%2B" + canaries.plain("sender");
    send(
        request(path)
            .POST(BodyPublishers.ofString(form))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-twilio-signature", canaries.plain("signature")));
    send(
        request(path)
            .POST(BodyPublishers.ofString("%zz" + canaries.word("no form") + "=%"))
            .header("content-type", "multipart/form-data; boundary=" + canaries.plain("boundary")));
    send(
        request(path).POST(BodyPublishers.ofString(canaries.word("large").repeat(TOO_LARGE / 20))));
  }

  private void sends(String token, String method, String path, String body)
      throws InterruptedException {
    send(
        request(path)
            .method(method, BodyPublishers.ofString(body))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + token)
            .header("cookie", "__Host-desk=" + canaries.plain("cookie"))
            .header("origin", "https://" + canaries.plain("origin") + ".example.org")
            .header("x-" + canaries.plain("name of a header"), canaries.plain("header")));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("user-agent", canaries.plain("user agent"));
  }

  private void send(HttpRequest.Builder request) throws InterruptedException {
    try {
      http.send(request.build(), BodyHandlers.discarding());
    } catch (IOException e) {
      // hung up on: an answer too
    }
  }

  private void speaksNoHttp() throws IOException {
    for (var words :
        List.of(
            canaries.word("no HTTP") + "\r\n\r\n",
            "GET /%zz" + canaries.plain("bad path") + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\n" + canaries.word("no header") + "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: " + canaries.plain("host").repeat(2_000) + "\r\n\r\n")) {
      try (var socket = new Socket(server.getHost(), server.getPort())) {
        socket.getOutputStream().write(words.getBytes(UTF_8));
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (java.net.SocketException e) {
        // hung up on: an answer too
      }
    }
  }
}
