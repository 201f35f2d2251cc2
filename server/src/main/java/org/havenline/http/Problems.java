package org.havenline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/// What went wrong, as RFC 9457 says it: the only place where an error becomes an answer.
public final class Problems {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  /// A problem of this status.
  ///
  /// @param title the same for every problem of this status
  /// @param detail for the person who reads it; never text of a contact, a number or a token
  public static Response of(int status, String title, String detail) {
    return of(status, title, detail, Map.of());
  }

  /// @param more members of its own, of plain types
  public static Response of(int status, String title, String detail, Map<String, ?> more) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "about:blank");
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.putAll(more);
    return json(status, members);
  }

  public static Response badRequest(String detail) {
    return of(400, "Bad Request", detail);
  }

  public static Response notFound() {
    return of(404, "Not Found", "There is nothing here.");
  }

  public static Response tooLarge() {
    return of(413, "Content Too Large", "The request is larger than this address takes.");
  }

  public static Response tooSlow() {
    return of(408, "Request Timeout", "The request took too long to arrive.");
  }

  /// All places are taken; worth another try soon.
  public static Response busy() {
    return of(503, "Service Unavailable", "Busy. Please try again in a moment.")
        .with("retry-after", "1");
  }

  /// The store is away: nothing was accepted.
  public static Response unavailable() {
    return of(503, "Service Unavailable", "Nothing was stored. Please try again in a moment.")
        .with("retry-after", "2");
  }

  /// An error nobody foresaw.
  ///
  /// @param id finds the log entry; the only thing told about it
  public static Response unexpected(String id) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "about:blank");
    members.put("title", "Internal Server Error");
    members.put("status", 500);
    members.put("id", id);
    return json(500, members);
  }

  private static Response json(int status, Map<String, Object> members) {
    try {
      return Response.of(status, "application/problem+json", JSON.writeValueAsString(members));
    } catch (JsonProcessingException e) {
      throw new AssertionError("strings and numbers always become JSON", e);
    }
  }
}
