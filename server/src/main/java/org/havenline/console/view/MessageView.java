package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.havenline.conversation.Message;

/// A message as the owner of its conversation reads it.
public final class MessageView {
  private final Highlighter highlighter;

  public MessageView(Highlighter highlighter) {
    this.highlighter = highlighter;
  }

  /// @param language of the contact, for finding signs of danger in what the person wrote
  public JsonObject of(Message message, String language) {
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
    message.key().ifPresent(key -> view.put("key", key));
    return message.incoming() ? view.put("signals", signals(message.text(), language)) : view;
  }

  private JsonArray signals(String text, String language) {
    var signals = new JsonArray();
    for (var found : highlighter.find(text, language)) {
      signals.add(
          new JsonObject()
              .put("start", found.start())
              .put("end", found.end())
              .put("code", found.code())
              .put("label", RiskView.label(found.code())));
    }
    return signals;
  }
}
