package org.havenline.http.porch;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.havenline.http.watch.EventLoopWatch;

/// A porch on a free port, with short patience, for one test.
public final class OpenPorch implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofMillis(1_500);

  public final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  public final Vertx vertx = EventLoopWatch.vertx(registry);
  public final BlockingRoutes routes;
  public final HttpPorch porch;
  public final RawHttp http;

  public OpenPorch(int permits, BiConsumer<Router, BlockingRoutes> rooms) {
    routes = new BlockingRoutes(vertx, permits, new SplittableRandom(1), PATIENCE);
    porch =
        HttpPorch.open(
            vertx, "127.0.0.1", 0, registry, PATIENCE, router -> rooms.accept(router, routes));
    http = new RawHttp(porch.port());
  }

  public double eventLoopBlocked() {
    return registry.get("havenline.event.loop.blocked").counter().count();
  }

  @Override
  public void close() {
    porch.close(Duration.ofSeconds(5));
    routes.close();
    vertx.close().await();
  }
}
