package org.havenline.loadtests.chats;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.havenline.loadtests.text.Door;

/// What the page of a chat asks of the server, with all the headers that Chromium sends and a proxy
/// adds: they are part of what a waiting page costs.
final class ChatCall {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChatCall() {}

  /// From anywhere among a carrier's 16,384 networks: one alone is only let in by shares.
  ///
  /// @param what `start`, `say`, `hear`, `stop`
  static byte[] request(String what, Map<String, ?> body) {
    try {
      var json = JSON.writeValueAsString(body);
      return """
      POST /chat/%s HTTP/1.1\r
      Host: line.example.org\r
      Content-Length: %d\r
      Sec-Ch-Ua-Platform: "Android"\r
      User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36\r
      Sec-Ch-Ua: "Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"\r
      Content-Type: application/json\r
      Sec-Ch-Ua-Mobile: ?1\r
      Accept: */*\r
      Origin: https://line.example.org\r
      Sec-Fetch-Site: same-origin\r
      Sec-Fetch-Mode: cors\r
      Sec-Fetch-Dest: empty\r
      Accept-Encoding: gzip, deflate, br, zstd\r
      Accept-Language: en-US,en;q=0.9,es;q=0.8\r
      X-Forwarded-For: 100.%d.%d.44\r
      X-Forwarded-Proto: https\r
      \r
      %s\
      """
          .formatted(
              what,
              json.getBytes(UTF_8).length,
              64 + ThreadLocalRandom.current().nextInt(64),
              ThreadLocalRandom.current().nextInt(256),
              json)
          .getBytes(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Door.Answer answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
