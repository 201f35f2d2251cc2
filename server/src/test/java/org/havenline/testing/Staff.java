package org.havenline.testing;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.console.Api;

/// A member of staff at work, by the API that the console uses.
public final class Staff {
  private final Api api;
  private long keys;

  public Staff(Api api) {
    this.api = api;
  }

  public String token() {
    return api.token();
  }

  /// Takes contacts from now on; said again, it is a sign of life.
  public Staff onDuty() {
    presence("available");
    return this;
  }

  public void goesOffDuty() {
    presence("away");
  }

  public boolean isOnDuty() {
    return "available".equals(ok(api.get("/me")).getString("presence"));
  }

  private void presence(String state) {
    ok(api.send("PUT", "/me/presence", new JsonObject().put("state", state).encode()));
  }

  /// The contacts she may see.
  public List<JsonObject> contacts() {
    return objects(ok(api.get("/contacts")), "contacts").toList();
  }

  /// The one contact she is asked about, if she is.
  public Optional<JsonObject> asked() {
    return contacts().stream().filter(contact -> contact.containsKey("offer")).findFirst();
  }

  /// Waits until she is asked.
  public JsonObject isAsked() {
    return Soon.present(this::asked);
  }

  /// Waits until she is asked, and accepts.
  ///
  /// @return the conversation
  public String accepts() {
    var contact = isAsked();
    ok(api.post("/offers/" + offer(contact) + "/accept", new JsonObject()));
    return id(contact);
  }

  /// Waits until she is asked, and declines.
  ///
  /// @return the contact
  public String declines() {
    var contact = isAsked();
    ok(api.post("/offers/" + offer(contact) + "/decline", new JsonObject()));
    return id(contact);
  }

  public JsonObject contact(String id) {
    return ok(api.get("/contacts/" + id));
  }

  /// Corrects what was understood.
  ///
  /// @param what `language` or `risk`
  public void sets(String contact, String what, String to) {
    var name = what.equals("risk") ? "level" : what;
    ok(
        api.send(
            "PUT", "/contacts/" + contact + "/" + what, new JsonObject().put(name, to).encode()));
  }

  /// Answers.
  ///
  /// @return the number of the message in the conversation
  public int writes(String conversation, String text) {
    // any key that is new in the conversation will do
    var key = "story-key-%08d".formatted(++keys);
    var reply = new JsonObject().put("text", text).put("key", key);
    return ok(api.post("/conversations/" + conversation + "/messages", reply)).getInteger("n");
  }

  public List<JsonObject> messages(String conversation) {
    var answer = ok(api.get("/conversations/" + conversation + "/messages"));
    return objects(answer, "messages").toList();
  }

  public JsonObject message(String conversation, int n) {
    return messages(conversation).get(n - 1);
  }

  /// The words of both, as the conversation shows them.
  public List<String> words(String conversation) {
    return messages(conversation).stream().map(message -> message.getString("text")).toList();
  }

  public void closes(String conversation) {
    closes(conversation, "");
  }

  /// @param note for colleagues
  public void closes(String conversation, String note) {
    var close = new JsonObject().put("disposition", "supported").put("note", note);
    ok(api.post("/conversations/" + conversation + "/close", close));
  }

  /// A supervisor has looked at what nobody could read.
  public void resolvesQuarantined(String note) {
    for (var item : objects(ok(api.get("/quarantine")), "items").toList()) {
      ok(api.post("/quarantine/" + id(item) + "/resolve", new JsonObject().put("note", note)));
    }
  }

  private static String id(JsonObject contact) {
    return Objects.requireNonNull(contact.getString("id"));
  }

  private static String offer(JsonObject contact) {
    return Objects.requireNonNull(contact.getJsonObject("offer").getString("id"));
  }

  private static Stream<JsonObject> objects(JsonObject answer, String name) {
    return answer.getJsonArray(name).stream().map(JsonObject.class::cast);
  }

  private static JsonObject ok(Api.Answer answer) {
    if (answer.status() > 299) {
      throw new IllegalStateException("answered " + answer.status() + ": " + answer.body());
    }
    return answer.body();
  }
}
