package org.havenline.testing;

import io.vertx.core.json.JsonObject;
import java.util.List;

/// Somebody's phone: texts the line, and shows what came back.
public record Phone(PlayedTwilio twilio, String number) {
  /// Texts; returns when the server has acknowledged.
  public Phone texts(String words) {
    return texts(new JsonObject().put("body", words));
  }

  /// @param text as `server/docs/simulator.md` describes it
  public Phone texts(JsonObject text) {
    var sent = twilio.send(number, text);
    if (sent.getInteger("status") != 200) {
      throw new IllegalStateException("the webhook answered " + sent.getInteger("status"));
    }
    return this;
  }

  /// What the line sent to this phone, oldest first.
  public List<String> received() {
    return messages(false);
  }

  /// Everything this phone wrote, oldest first.
  public List<String> written() {
    return messages(true);
  }

  private List<String> messages(boolean written) {
    return twilio.messages(number).stream()
        .map(JsonObject.class::cast)
        .filter(message -> message.getBoolean("written") == written)
        .map(message -> message.getString("body"))
        .toList();
  }
}
