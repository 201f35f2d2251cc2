package org.havenline.console.view;

import io.vertx.core.json.JsonObject;
import java.util.function.UnaryOperator;
import org.havenline.conversation.Message;

/// A message as the owner of its conversation reads it.
public final class MessageView {
  private final RiskView risk;

  /// @param meaning of a risk's code in plain words
  public MessageView(UnaryOperator<String> meaning) {
    this.risk = new RiskView(meaning);
  }

  public JsonObject of(Message message) {
    var view =
        new JsonObject()
            .put("n", message.n())
            .put("id", message.id().value())
            .put("direction", message.incoming() ? "in" : "out")
            .put("text", message.text())
            .put("at", message.at().toString())
            .put("state", message.state());
    if (message.code() != 0) {
      view.put("error", message.code());
    }
    if (message.by().equals("automatic")) {
      view.put("automatic", true);
    }
    if (!message.chose().isEmpty()) {
      view.put("chose", message.chose());
    }
    if (!message.incoming() && !message.key().isEmpty()) {
      view.put("key", message.key());
    }
    if (!message.voice().isEmpty()) {
      view.put("voice", voice(message));
    }
    return message.signals().isEmpty()
        ? view
        : view.put("signals", risk.inMessage(message.signals()));
  }

  private static JsonObject voice(Message message) {
    var parts = message.voice().split(" ", 3);
    var voice = new JsonObject().put("state", parts[0]).put("heard", message.heard());
    if (parts.length > 1) {
      voice.put("seconds", Integer.valueOf(parts[1])).put("soft", parts.length > 2);
    }
    return voice;
  }
}
