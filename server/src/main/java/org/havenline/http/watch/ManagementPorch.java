package org.havenline.http.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Consumer;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.SafeTrace;
import org.havenline.http.porch.BlockingRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The routes for machines that watch this one: `/health/live`, `/health/ready`, `/metrics`. To be
/// opened on loopback only.
///
/// @param checks all must be good for `/health/ready` to answer 200
public record ManagementPorch(
    BlockingRoutes routes, PrometheusMeterRegistry registry, List<ReadyCheck> checks)
    implements Consumer<Router> {
  private static final Logger LOG = LoggerFactory.getLogger(ManagementPorch.class);

  @Override
  public void accept(Router router) {
    router
        .get("/health/live")
        .handler(routes.always(_ -> Response.of(200, "text/plain", "alive\n")));
    router.get("/health/ready").handler(routes.always(this::ready));
    router.get("/metrics").handler(routes.always(this::metrics));
  }

  private Response ready(Request request) {
    var answer = JsonNodeFactory.instance.objectNode();
    boolean all = true;
    for (var check : checks) {
      boolean good = isGood(check);
      answer.put(check.name(), good);
      all &= good;
    }
    return Response.of(all ? 200 : 503, "application/json", answer.toString());
  }

  private static boolean isGood(ReadyCheck check) {
    try {
      return check.good().getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warn("check {} failed", check.name(), SafeTrace.of(e));
      return false;
    }
  }

  private Response metrics(Request request) {
    return Response.of(200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
  }
}
