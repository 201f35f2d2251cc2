package org.havenline.simulator.web;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/// One request, copied off the event loop.
///
/// @param path without the mount point
public record Asked(
    String method,
    String path,
    Map<String, String> pathParameters,
    Form query,
    Optional<String> authorization,
    String body) {

  public String in(String pathParameter) {
    return pathParameters.getOrDefault(pathParameter, "");
  }

  public Form form() {
    return Form.parse(body);
  }

  /// The body as a JSON object; an empty body is an empty object.
  ///
  /// @throws io.vertx.core.json.DecodeException when it is something else
  public JsonObject json() {
    return body.isBlank() ? new JsonObject() : new JsonObject(body);
  }
}
