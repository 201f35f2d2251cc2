package org.havenline.channel.webchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;

/// What a page sends: a JSON object, whatever type it is said to be (a beacon says text).
record ChatRequest(JsonNode body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Empty when it is none.
  static Optional<ChatRequest> of(Request request) {
    try {
      var body = JSON.readTree(request.body());
      return body != null && body.isObject()
          ? Optional.of(new ChatRequest(body))
          : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  String token() {
    return text("token");
  }

  String text(String name) {
    return body.path(name).asText("");
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static Response json(int status, ObjectNode body) {
    return Response.of(status, "application/json", body.toString());
  }

  /// The chat is over, or there never was one: the same for both.
  static Response over() {
    return json(404, object().put("over", true));
  }

  static Response unreadable() {
    return Problems.badRequest("The page sent something that is no request of a chat.");
  }
}
