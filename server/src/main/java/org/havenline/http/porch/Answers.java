package org.havenline.http.porch;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.havenline.http.Response;

/// Writes an answer, always with the security headers; to be called on the event loop.
final class Answers {
  private static final long LINGER_MS = 500;

  private Answers() {}

  static void write(RoutingContext context, Response answer) {
    var response = context.response();
    if (response.headWritten() || response.closed()) {
      return; // the caller has gone, or was told already
    }
    SecurityHeaders.addTo(response.headers());
    answer.headers().forEach(response::putHeader);
    response.setStatusCode(answer.status()).end(Buffer.buffer(answer.body()));
  }

  /// For a request that was not read to its end: what follows on this connection cannot be trusted.
  /// It is closed a moment later, for closing at once, with bytes unread, would reset it and the
  /// answer would be lost on the way.
  static void writeAndClose(RoutingContext context, Response answer) {
    var request = context.request();
    request.handler(_ -> {});
    write(context, answer.with("connection", "close"));
    context.vertx().setTimer(LINGER_MS, _ -> request.connection().close());
  }
}
