package org.havenline.http.porch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A client that sends any bytes at all, since real clients refuse to send what attackers do.
public final class RawHttp {
  /// What came back until the server closed; status 0 when it closed without a word.
  public record Answer(int status, Map<String, String> headers, String body) {
    public static Answer read(String text) {
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        return new Answer(0, Map.of(), text);
      }
      var lines = text.substring(0, end).split("\r\n");
      var headers =
          Arrays.stream(lines)
              .skip(1)
              .map(line -> line.split(": ", 2))
              .collect(
                  Collectors.toMap(
                      pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1], (a, _) -> a));
      return new Answer(Integer.parseInt(lines[0], 9, 12, 10), headers, text.substring(end + 4));
    }
  }

  /// Sends more and more; returns false to stop.
  public interface Endless {
    boolean write(OutputStream out) throws IOException;
  }

  private static final int PATIENCE_MS = 30_000;

  private final int port;

  public RawHttp(int port) {
    this.port = port;
  }

  public Answer get(String target) {
    return send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  public Answer post(String target, String headers, byte[] body) {
    var head =
        "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(target, body.length, headers);
    return exchange(out -> {
      out.write(head.getBytes(ISO_8859_1));
      out.write(body);
      return false;
    });
  }

  public Answer send(String raw) {
    return exchange(out -> {
      out.write(raw.getBytes(ISO_8859_1));
      return false;
    });
  }

  /// Writes as long as the server listens, then reads until it closes.
  public Answer exchange(Endless sender) {
    return with(socket -> {
      try {
        while (sender.write(socket.getOutputStream())) {
          socket.getOutputStream().flush();
        }
      } catch (IOException e) {
        // it has closed already; what it said before can still be read
      }
      return readAll(socket);
    });
  }

  public <T> T with(Function<Socket, T> conversation) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      return conversation.apply(socket);
    } catch (IOException e) {
      throw new AssertionError("no conversation with the server", e);
    }
  }

  public static Answer readAll(Socket socket) {
    var all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketException e) {
      // a reset after the answer
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    }
    return Answer.read(all.toString(UTF_8));
  }
}
