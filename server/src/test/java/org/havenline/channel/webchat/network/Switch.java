package org.havenline.channel.webchat.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One address, and behind it whichever server it is turned to. It can cut everything that passes,
/// in the middle of a request or of an answer.
final class Switch implements AutoCloseable {
  /// So small that a cut falls inside of what is said.
  private static final int PIECE = 256;

  private final ServerSocket front;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private int target;
  private int piecesLeft;

  Switch() {
    try {
      front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  URI url() {
    return URI.create("http://localhost:" + front.getLocalPort());
  }

  /// Lets everything pass to this server from now on, until [#cutAfter].
  synchronized void turnTo(int port) {
    target = port;
    piecesLeft = Integer.MAX_VALUE;
  }

  /// Cuts all connections when so many more pieces have passed, and takes none before [#turnTo].
  synchronized void cutAfter(int pieces) {
    piecesLeft = pieces;
  }

  synchronized boolean isCut() {
    return piecesLeft == 0;
  }

  private void accept() {
    try {
      while (true) {
        var one = front.accept();
        open.add(one);
        Thread.ofVirtual().start(() -> connect(one));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private void connect(Socket one) {
    try {
      var other = new Socket(InetAddress.getLoopbackAddress(), port());
      open.add(other);
      Thread.ofVirtual().start(() -> pass(other, one));
      pass(one, other);
    } catch (IOException nobodyThere) {
      close(one);
    }
  }

  /// @throws IOException while it is cut
  private synchronized int port() throws IOException {
    if (isCut()) {
      throw new IOException("cut");
    }
    return target;
  }

  private void pass(Socket from, Socket to) {
    var piece = new byte[PIECE];
    try {
      for (int read = from.getInputStream().read(piece);
          read >= 0 && passes();
          read = from.getInputStream().read(piece)) {
        to.getOutputStream().write(piece, 0, read);
      }
    } catch (IOException cut) {
      // either side has gone
    }
    close(from);
    close(to);
  }

  private synchronized boolean passes() {
    if (!isCut() && piecesLeft < Integer.MAX_VALUE && --piecesLeft == 0) {
      open.forEach(this::close);
    }
    return !isCut();
  }

  private void close(Socket one) {
    open.remove(one);
    try {
      one.close();
    } catch (IOException e) {
      // it is gone all the same
    }
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(this::close);
  }
}
