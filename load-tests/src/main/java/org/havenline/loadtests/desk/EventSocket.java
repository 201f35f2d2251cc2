package org.havenline.loadtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.havenline.loadtests.machine.Patience;
import org.jspecify.annotations.Nullable;

/// The event socket of a console: reads frames, gives a sign of life every ten seconds.
public final class EventSocket implements WebSocket.Listener, AutoCloseable {
  private static final Duration PING = Duration.ofSeconds(10);

  private final Consumer<JsonNode> heard;
  private final StringBuilder frame = new StringBuilder();
  private volatile boolean closed;
  private @Nullable WebSocket socket;

  private EventSocket(Consumer<JsonNode> heard) {
    this.heard = heard;
  }

  static EventSocket open(
      HttpClient http, URI address, String authorization, Consumer<JsonNode> heard) {
    var listener = new EventSocket(heard);
    var socket =
        http.newWebSocketBuilder()
            .header("Authorization", authorization)
            .buildAsync(address, listener)
            .join();
    listener.socket = socket;
    Thread.ofVirtual().start(() -> listener.live(socket));
    return listener;
  }

  private void live(WebSocket socket) {
    while (!closed && !socket.isOutputClosed()) {
      socket.sendText("{\"type\": \"ping\"}", true).handle((_, _) -> true).join();
      Patience.pause(PING);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    frame.append(part);
    if (last) {
      var whole = StaffMember.read(frame.toString());
      frame.setLength(0);
      heard.accept(whole);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  /// Without a word, as when the power goes.
  @Override
  public void close() {
    closed = true;
    if (socket != null) {
      socket.abort();
    }
  }
}
