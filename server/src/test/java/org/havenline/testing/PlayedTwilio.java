package org.havenline.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;

/// The simulator of a running server, as the one who plays Twilio steers it.
public final class PlayedTwilio {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  public PlayedTwilio(URI server) {
    base = server.resolve("/simulator/");
  }

  /// Arms a trouble for texts to one phone; see `server/docs/simulator.md`.
  ///
  /// @param trouble such as `"where": "rest", "kind": "close-after"`, without braces
  public void trouble(String phone, String trouble) {
    var match = new JsonObject().put("to", phone);
    call("POST", "troubles", new JsonObject("{" + trouble + "}").put("match", match));
  }

  /// Arms a trouble for texts to any phone.
  public void everyTrouble(String trouble) {
    call("POST", "troubles", new JsonObject("{" + trouble + "}"));
  }

  public void noMoreTrouble() {
    call("DELETE", "troubles", new JsonObject());
  }

  /// How often the server tried to send this text to this phone.
  public long posts(String phone, String text) {
    return call("GET", "requests", new JsonObject()).getJsonArray("requests").stream()
        .map(JsonObject.class::cast)
        .map(request -> request.getJsonObject("fields", new JsonObject()))
        .filter(fields -> phone.equals(fields.getString("To")))
        .filter(fields -> text.equals(fields.getString("Body")))
        .count();
  }

  /// Texts, whatever the server answers.
  ///
  /// @return its status, 0 for none
  public int tries(String phone, JsonObject text) {
    return send(phone, text).getInteger("status");
  }

  JsonObject send(String phone, JsonObject text) {
    return call("POST", "phones/" + phone + "/messages", text);
  }

  JsonArray messages(String phone) {
    return Objects.requireNonNull(
        call("GET", "phones/" + phone, new JsonObject()).getJsonArray("messages"));
  }

  private JsonObject call(String method, String path, JsonObject body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(method, BodyPublishers.ofString(body.encode()));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() > 299) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return answer.body().isEmpty() ? new JsonObject() : new JsonObject(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
