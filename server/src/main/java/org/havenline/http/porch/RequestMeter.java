package org.havenline.http.porch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/// Times every request under `havenline_http_requests`. Labels are bounded: the route's template, a
/// known method, the class of the status; never a path, which may hold an id.
record RequestMeter(MeterRegistry registry) implements Handler<RoutingContext> {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  public void handle(RoutingContext context) {
    var sample = Timer.start(registry);
    context.addEndHandler(_ -> {
      var method = context.request().method().name();
      sample.stop(
          Timer.builder("havenline.http.requests")
              .description("Requests by route template")
              .tag("route", route(context))
              .tag("method", METHODS.contains(method) ? method : "OTHER")
              .tag("status", context.response().getStatusCode() / 100 + "xx")
              .register(registry));
    });
    context.next();
  }

  /// The template of the route that took the request; `none` when no route did.
  static String route(RoutingContext context) {
    var route = context.currentRoute();
    return route == null || route.getName() == null ? "none" : route.getName();
  }
}
