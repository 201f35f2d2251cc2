package org.havenline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The page of a chat as a program: it asks for news and keeps what it was told, as the real one.
public final class PlayedChat {
  /// Questions for news, of up to 25 seconds each, before a test gives up.
  private static final int PATIENCE = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final List<JsonObject> entries = new ArrayList<>();
  private String token = "";
  private String mark = "";
  private int after;
  private int keys;

  public PlayedChat(URI url) {
    this.url = url;
  }

  public String token() {
    return token;
  }

  public record Answer(int status, JsonObject body) {}

  /// Begins a chat.
  ///
  /// @param more `chosen`, `young`
  public PlayedChat starts(String language, String... more) {
    var start = new JsonObject().put("language", language);
    for (var one : more) {
      start.put(one, true);
    }
    var answer = post("start", start);
    assertThat(answer.status()).isEqualTo(201);
    token = Objects.requireNonNull(answer.body().getString("token"));
    return this;
  }

  /// Begins one for who says that she was here.
  public PlayedChat comesBack(String language, String words) {
    return comesBack(language, words, "try-" + UUID.randomUUID());
  }

  /// @param key of this try
  public PlayedChat comesBack(String language, String words, String key) {
    var start = new JsonObject().put("language", language).put("words", words).put("key", key);
    // a page has its own keys, and this one writes in the chat of another
    keys = 1_000 + Math.floorMod(key.hashCode(), 8_000);
    var answer = post("start", start);
    assertThat(answer.status()).isEqualTo(201);
    token = Objects.requireNonNull(answer.body().getString("token"));
    return this;
  }

  /// Words to come back with, a line each.
  public List<String> asksForWords() {
    var answer = post("words", new JsonObject().put("token", token));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().getJsonArray("words").stream().map(String.class::cast).toList();
  }

  /// Says something new.
  ///
  /// @return its key
  public String says(String text) {
    var key = "page-key-%04d".formatted(++keys);
    assertThat(says(key, text).status()).isEqualTo(200);
    return key;
  }

  public Answer says(String key, String text) {
    return post("say", new JsonObject().put("token", token).put("key", key).put("text", text));
  }

  /// Asks once for news, and waits for it as long as the server does.
  public Answer hears() {
    var asked = new JsonObject().put("token", token).put("after", after).put("mark", mark);
    var answer = post("hear", asked);
    if (answer.status() == 200) {
      mark = answer.body().getString("mark");
      after = answer.body().getInteger("after");
      answer.body().getJsonArray("entries").stream()
          .map(JsonObject.class::cast)
          .forEach(entries::add);
    }
    return answer;
  }

  /// Asks for news until the chat stands like this.
  public JsonObject stands(String state) {
    for (int asked = 0; asked < PATIENCE; asked++) {
      var answer = hears();
      assertThat(answer.status()).isEqualTo(200);
      if (answer.body().getString("state").equals(state)) {
        return answer.body();
      }
    }
    throw new AssertionError("the chat never stands as " + state);
  }

  /// Asks for news until there are so many entries.
  ///
  /// @return each as `me: …` or `them: …`
  public List<String> shows(int many) {
    for (int asked = 0; entries.size() < many && asked < PATIENCE; asked++) {
      assertThat(hears().status()).isEqualTo(200);
    }
    assertThat(entries).hasSizeGreaterThanOrEqualTo(many);
    return entries.stream().map(one -> one.getString("by") + ": " + one.getString("text")).toList();
  }

  public List<JsonObject> entries() {
    return List.copyOf(entries);
  }

  public void leaves() {
    assertThat(post("leave", new JsonObject().put("token", token)).status()).isEqualTo(204);
  }

  public void stops() {
    assertThat(post("stop", new JsonObject().put("token", token)).status()).isEqualTo(204);
  }

  public Answer post(String what, JsonObject body) {
    var request =
        HttpRequest.newBuilder(url.resolve("/chat/" + what))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body.encode()))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      var text = response.body();
      return new Answer(
          response.statusCode(), text.startsWith("{") ? new JsonObject(text) : new JsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
