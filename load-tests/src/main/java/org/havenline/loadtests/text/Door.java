package org.havenline.loadtests.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/// One kept-open connection to a webhook: writes a ready request, reads the answer. A socket and
/// nothing else, so that measuring costs little beside what is measured.
public final class Door implements AutoCloseable {
  /// Twilio waits so long for an answer.
  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket socket;
  private final InputStream answers;

  /// @param body as it came
  public record Answer(int status, byte[] body) {}

  private Door(Socket socket) throws IOException {
    this.socket = socket;
    this.answers = new BufferedInputStream(socket.getInputStream(), 1024);
  }

  public static Door open(int port) throws IOException {
    return open(port, PATIENCE_MILLIS);
  }

  /// @param patienceMillis how long an answer may take
  public static Door open(int port, int patienceMillis) throws IOException {
    var socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(patienceMillis);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    return new Door(socket);
  }

  /// @return the status of the answer
  /// @throws IOException when there was none: what became of the request is not known
  public int post(byte[] request) throws IOException {
    return ask(request).status();
  }

  /// @throws IOException when there was no answer: what became of the request is not known
  public Answer ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    var first = line();
    int length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    return new Answer(Integer.parseInt(first.substring(9, 12)), answers.readNBytes(length));
  }

  private String line() throws IOException {
    var line = new byte[1024];
    int length = 0;
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new EOFException("closed without an answer");
      }
      if (next != '\r' && length < line.length) {
        line[length++] = (byte) next;
      }
    }
    return new String(line, 0, length, US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
