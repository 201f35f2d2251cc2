package org.havenline.loadtests.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import org.havenline.loadtests.text.Door;

/// A server that acknowledges before it has stored, and stores a moment later: the fault this
/// project must never have. It exists so that a proof can show that it would see it.
final class LyingFront implements AutoCloseable {
  private static final byte[] YES =
      "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n<Response/>".getBytes(ISO_8859_1);

  private final ServerSocket listener;
  private final int behind;
  private final LinkedBlockingQueue<byte[]> later = new LinkedBlockingQueue<>();

  LyingFront(int behind) {
    this.behind = behind;
    try {
      listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
    Thread.ofVirtual().start(this::forward);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        later.add(request(in));
        socket.getOutputStream().write(YES);
      }
    } catch (IOException e) {
      // the other side has hung up
    }
  }

  private static byte[] request(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.append((char) next);
    }
    var name = "content-length:";
    var lower = head.toString().toLowerCase(Locale.ROOT);
    int from = lower.indexOf(name) + name.length();
    int length = Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)).strip());
    head.append(new String(in.readNBytes(length), ISO_8859_1));
    return head.toString().getBytes(ISO_8859_1);
  }

  private void forward() {
    while (!listener.isClosed()) {
      try (var door = Door.open(behind)) {
        while (true) {
          door.post(later.take());
        }
      } catch (IOException e) {
        // the server is away: what was in hand is lost, as in a process that died
        later.clear();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
