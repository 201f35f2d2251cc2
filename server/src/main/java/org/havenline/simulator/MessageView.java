package org.havenline.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.havenline.simulator.account.Message;

/// A message as its phone shows it.
final class MessageView {
  private MessageView() {}

  static JsonObject of(Message message) {
    var media = new JsonArray();
    for (var one : message.media()) {
      media.add(new JsonObject().put("contentType", one.contentType()).put("url", one.url()));
    }
    return new JsonObject()
        .put("sid", message.sid())
        .put("phone", message.phone())
        .put("line", Message.bare(message.inbound() ? message.to() : message.from()))
        .put("channel", message.whatsapp() ? "WHATSAPP" : "SMS")
        .put("written", message.inbound())
        .put("body", message.body())
        .put("media", media)
        .put("segments", message.segments())
        .put("status", message.status().toString())
        .put("errorCode", message.errorCode())
        .put("webhookStatus", message.webhookStatus())
        .put("at", message.created().toString());
  }
}
