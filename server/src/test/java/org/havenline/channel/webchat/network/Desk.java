package org.havenline.channel.webchat.network;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.havenline.console.Api;
import org.havenline.testing.Staff;

/// Somebody at a desk, whose network breaks too: what she writes is tried again, with the same key,
/// until it is written.
final class Desk {
  private final Api api;
  private final Staff staff;
  private final Deque<JsonObject> unwritten = new ArrayDeque<>();
  private final List<String> written = new ArrayList<>();
  private String conversation = "";

  Desk(URI url, String user, String password) {
    api = new Api(url).signIn(user, password);
    staff = new Staff(api).onDuty();
  }

  void accepts() {
    conversation = staff.accepts();
  }

  void writes(String text) {
    written.add(text);
    unwritten.add(
        new JsonObject().put("text", text).put("key", "desk-key-%08d".formatted(written.size())));
  }

  /// All that she wrote, in order.
  List<String> written() {
    return List.copyOf(written);
  }

  /// Says that she is still there, and writes what is not written yet.
  ///
  /// @return whether everything is written now
  boolean triesAgain() {
    try {
      api.send("PUT", "/me/presence", "{\"state\": \"available\"}");
      while (!unwritten.isEmpty()) {
        var answer = api.post("/conversations/" + conversation + "/messages", unwritten.getFirst());
        if (answer.status() == 503) {
          return false;
        }
        // 200: it was written before, and the answer was lost
        if (answer.status() != 201 && answer.status() != 200) {
          throw new IllegalStateException("writing was answered with " + answer.status());
        }
        unwritten.removeFirst();
      }
      return true;
    } catch (UncheckedIOException cut) {
      return false;
    }
  }

  /// The whole conversation, as the server has it.
  List<String> reads() {
    var all = new ArrayList<String>();
    while (true) {
      var answer = api.get("/conversations/" + conversation + "/messages?after=" + all.size());
      if (answer.status() != 200) {
        throw new IllegalStateException("reading was answered with " + answer.status());
      }
      var some = answer.body().getJsonArray("messages");
      if (some.isEmpty()) {
        return all;
      }
      some.stream().map(JsonObject.class::cast).forEach(one -> all.add(one.getString("text")));
    }
  }
}
