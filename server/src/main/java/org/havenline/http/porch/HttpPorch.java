package org.havenline.http.porch;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.havenline.http.Problems;

/// A listening HTTP server whose every answer, whatever goes wrong, carries the security headers
/// and nothing about the software behind it. Only HTTP/1.1 in clear: TLS ends at the proxy before
/// it.
///
/// Whoever opens one has to hold it: Vert.x closes a server that nobody refers to.
public final class HttpPorch {
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int LINE_BYTES = 8 * 1024;
  private static final Duration NEXT_REQUEST = Duration.ofSeconds(30);

  private final HttpServer server;
  private final List<Opening> openings;

  private HttpPorch(HttpServer server, List<Opening> openings) {
    this.server = server;
    this.openings = openings;
  }

  /// What a router was given an answer for.
  ///
  /// @param path as it was mounted: `/p/:token`; what ends in `*` takes all below it
  /// @param methods empty for all
  public record Opening(String path, Set<String> methods) {}

  /// Opens the porch; to be called from an ordinary thread, which it blocks until the port listens.
  ///
  /// @param port 0 takes a free one
  /// @param rooms adds the routes
  /// @throws CannotListen when the address is taken or not ours
  public static HttpPorch open(
      Vertx vertx, String host, int port, MeterRegistry registry, Consumer<Router> rooms) {
    return open(vertx, host, port, registry, NEXT_REQUEST, rooms);
  }

  static HttpPorch open(
      Vertx vertx,
      String host,
      int port,
      MeterRegistry registry,
      Duration nextRequest,
      Consumer<Router> rooms) {
    var deadline = new ConnectionDeadline(vertx, nextRequest);
    var router = router(vertx, registry, deadline, rooms);
    var server =
        vertx
            .createHttpServer(options(host, port))
            .connectionHandler(deadline::opened)
            .invalidRequestHandler(HttpPorch::refuseUnreadable)
            .exceptionHandler(_ -> {}) // broken connections are everyday
            .requestHandler(router);
    try {
      return new HttpPorch(server.listen().await(), openings("", router));
    } catch (Exception e) {
      throw new CannotListen(host, port, e);
    }
  }

  public int port() {
    return server.actualPort();
  }

  /// Every route there is, so that a rule for all of them can be checked on all of them.
  public List<Opening> openings() {
    return openings;
  }

  private static List<Opening> openings(String before, Router router) {
    var all = new ArrayList<Opening>();
    for (var route : router.getRoutes()) {
      var path = before + Objects.requireNonNullElse(route.getPath(), "/*");
      var below = route.getSubRouter();
      if (below != null) {
        all.addAll(openings(path.replaceFirst("/\\*?$", ""), below));
      } else if (route.getPath() != null || !before.isEmpty()) {
        var methods = route.methods() == null ? Set.<HttpMethod>of() : route.methods();
        all.add(
            new Opening(
                route.isExactPath() || route.getPath() == null ? path : path + "*",
                methods.stream().map(HttpMethod::name).collect(Collectors.toUnmodifiableSet())));
      }
    }
    return List.copyOf(all);
  }

  /// Stops listening, waits for requests in hand at most `patience`, then closes what is left.
  public void close(Duration patience) {
    server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS).await();
  }

  private static HttpServerOptions options(String host, int port) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setHttp2ClearTextEnabled(false)
        .setDecompressionSupported(false)
        .setCompressionSupported(false)
        .setMaxInitialLineLength(LINE_BYTES)
        .setMaxHeaderSize(HEADER_BYTES)
        .setMaxWebSocketFrameSize(BlockingRoutes.BODY_BYTES)
        .setMaxWebSocketMessageSize(BlockingRoutes.BODY_BYTES)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }

  private static Router router(
      Vertx vertx, MeterRegistry registry, ConnectionDeadline deadline, Consumer<Router> rooms) {
    var router = Router.router(vertx);
    router.route().handler(context -> enter(context, deadline)).setName("none");
    router.route().handler(new RequestMeter(registry)).setName("none");
    router.errorHandler(400, context -> Answers.write(context, Problems.badRequest("Unreadable.")));
    router.errorHandler(404, context -> Answers.write(context, Problems.notFound()));
    router.errorHandler(500, new LastResort());
    rooms.accept(router);
    return router;
  }

  private static void enter(RoutingContext context, ConnectionDeadline deadline) {
    var connection = context.request().connection();
    deadline.requestBegun(connection);
    context.addEndHandler(_ -> deadline.requestEnded(connection));
    SecurityHeaders.addTo(context.response().headers());
    if (HttpMethod.TRACE.equals(context.request().method())) {
      context.response().setStatusCode(405).putHeader("allow", "GET, POST").end();
    } else {
      context.next();
    }
  }

  /// What the parser could not read: a line or headers too long, or no HTTP at all.
  private static void refuseUnreadable(HttpServerRequest request) {
    var cause = request.decoderResult().cause();
    int status =
        cause instanceof TooLongHttpLineException
            ? 414
            : cause instanceof TooLongHttpHeaderException ? 431 : 400;
    SecurityHeaders.addTo(request.response().headers());
    request.response().setStatusCode(status).putHeader("connection", "close").end();
    request.connection().close();
  }
}
