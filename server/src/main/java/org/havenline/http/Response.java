package org.havenline.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// One HTTP answer, still without Vert.x.
public record Response(int status, Map<String, String> headers, byte[] body) {

  public static Response empty(int status) {
    return new Response(status, Map.of(), new byte[0]);
  }

  public static Response of(int status, String contentType, String body) {
    return new Response(
        status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  public Response with(String header, String value) {
    var all = new HashMap<>(headers);
    all.put(header, value);
    return new Response(status, Map.copyOf(all), body);
  }
}
