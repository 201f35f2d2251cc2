package org.havenline.http.porch;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.havenline.http.Problems;
import org.havenline.http.SafeTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers an error that escaped on the event loop itself, outside the bridge.
final class LastResort implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  @Override
  public void handle(RoutingContext context) {
    var failure = context.failure();
    if (failure != null) {
      LOG.error(
          "error on the event loop at {}", RequestMeter.route(context), SafeTrace.of(failure));
    }
    Answers.write(context, Problems.of(500, "Internal Server Error", "Something went wrong."));
  }
}
