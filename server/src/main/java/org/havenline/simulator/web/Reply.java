package org.havenline.simulator.web;

import io.vertx.core.json.JsonObject;

/// What a route answers, or that it hangs up.
public sealed interface Reply {
  record Json(int status, JsonObject body) implements Reply {}

  record Empty(int status) implements Reply {}

  /// A WAV file.
  record Sound(byte[] wav) implements Reply {}

  /// Closes the connection without a word, as a broken network would.
  record HangUp() implements Reply {}

  static Reply json(JsonObject body) {
    return new Json(200, body);
  }

  static Reply refused(String reason) {
    return new Json(400, new JsonObject().put("error", reason));
  }
}
