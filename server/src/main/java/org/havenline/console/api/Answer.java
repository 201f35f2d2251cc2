package org.havenline.console.api;

import io.vertx.core.json.JsonObject;
import org.havenline.http.Problems;
import org.havenline.http.Response;

/// The answers operations give.
public final class Answer {
  private Answer() {}

  public static Response ok(JsonObject body) {
    return json(200, body);
  }

  public static Response json(int status, JsonObject body) {
    return Response.of(status, "application/json", body.encode());
  }

  public static Response done() {
    return Response.empty(204);
  }

  static Response notSignedIn() {
    return Problems.of(401, "Not signed in", "Sign in first.");
  }

  static Response forbidden(String detail) {
    return Problems.of(403, "Not allowed", detail);
  }

  /// The title is what the console shows.
  public static Response conflict(String title) {
    return Problems.of(409, title, "Something changed meanwhile; the event socket tells what.");
  }
}
