package org.havenline.console.events;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The event socket as a program uses it.
public final class Console implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PATIENCE_SECONDS = 10;

  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  /// @param query such as `?after=3`, or nothing
  public Console(URI url, String token, String query) {
    var address = URI.create(url.toString().replace("http", "ws") + "/desk/events" + query);
    socket =
        HTTP.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(address, this)
            .join();
  }

  /// @throws IllegalStateException when none comes
  public JsonObject next() {
    try {
      return Objects.requireNonNull(frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no frame");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public JsonObject next(String type) {
    for (var frame = next(); ; frame = next()) {
      if (type.equals(frame.getString("type"))) {
        return frame;
      }
    }
  }

  /// Every frame until the server says that all up to this number has been sent.
  String all(long seq) {
    var all = new StringBuilder();
    say("{\"type\":\"ping\"}");
    while (true) {
      var frame = next();
      all.append(frame.encode()).append('\n');
      if ("pong".equals(frame.getString("type"))) {
        if (frame.getLong("seq") >= seq) {
          return all.toString();
        }
        say("{\"type\":\"ping\"}");
      }
    }
  }

  public void say(String words) {
    socket.sendText(words, true).join();
  }

  public int closeCode() throws InterruptedException, ExecutionException, TimeoutException {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      frames.add(new JsonObject(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  /// As a line breaks: without a word.
  void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
