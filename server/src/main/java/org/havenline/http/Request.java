package org.havenline.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One HTTP request, copied off the event loop; nothing of Vert.x crosses into the rooms.
///
/// @param target path and query exactly as received: what Twilio signed
/// @param path the path alone, undecoded
/// @param headers names in lower case
/// @param pathParameters names from the route, values decoded
/// @param query every value of every query parameter, decoded
/// @param peer address of the other end of the connection: a person's, or a proxy's; to be kept
///   nowhere; empty when unknown
public record Request(
    String method,
    String target,
    String path,
    Map<String, List<String>> headers,
    Map<String, String> pathParameters,
    Map<String, List<String>> query,
    byte[] body,
    String peer) {

  /// From nowhere in particular.
  public Request(
      String method,
      String target,
      String path,
      Map<String, List<String>> headers,
      Map<String, String> pathParameters,
      Map<String, List<String>> query,
      byte[] body) {
    this(method, target, path, headers, pathParameters, query, body, "");
  }

  /// The first value of a header; the name in any case.
  public Optional<String> header(String name) {
    var values = headers.get(name.toLowerCase(java.util.Locale.ROOT));
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  public Optional<String> parameter(String name) {
    var values = query.get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  @Override
  public String toString() {
    return "Request[" + method + "]";
  }
}
