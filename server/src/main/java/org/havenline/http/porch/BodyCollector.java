package org.havenline.http.porch;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;
import org.havenline.http.Problems;
import org.jspecify.annotations.Nullable;

/// Reads a request's body whole, within a limit of size and of time, or answers 413 or 408 and
/// closes the connection. Nothing is decompressed, so nothing can unfold into more.
///
/// @param mostBytes one more is refused
/// @param longest from the headers to the last byte: a body that trickles holds nothing for long
record BodyCollector(Vertx vertx, int mostBytes, Duration longest) {

  /// Calls `whole` at most once, on the event loop.
  void collect(RoutingContext context, Consumer<byte[]> whole) {
    var request = context.request();
    if (declaredLength(request.getHeader(HttpHeaders.CONTENT_LENGTH)) > mostBytes) {
      Answers.writeAndClose(context, Problems.tooLarge());
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      context.response().writeContinue();
    }
    var body = Buffer.buffer();
    long clock =
        vertx.setTimer(longest.toMillis(), _ -> Answers.writeAndClose(context, Problems.tooSlow()));
    request.exceptionHandler(_ -> vertx.cancelTimer(clock));
    request.handler(piece -> {
      if (body.length() + piece.length() <= mostBytes) {
        body.appendBuffer(piece);
      } else if (vertx.cancelTimer(clock)) {
        Answers.writeAndClose(context, Problems.tooLarge());
      }
    });
    request.endHandler(_ -> {
      // false when 413 or 408 was answered already
      if (vertx.cancelTimer(clock)) {
        whole.accept(body.getBytes());
      }
    });
  }

  /// A length that is no number is the parser's affair; here it only must not throw.
  private static long declaredLength(@Nullable String header) {
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
