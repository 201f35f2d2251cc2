package org.havenline.http.porch;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.LateEndpoint;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.SafeTrace;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one bridge from the event loop to plain blocking code: the request is copied, answered on a
/// virtual thread of its own, and the answer goes back to the loop. Only the immutable copy
/// crosses.
///
/// The handlers made here read the body, so nothing that waits may stand before them on a route.
///
/// Vert.x's own virtual-thread contexts run one task at a time; 100 calls of 100 ms took 10 s there
/// and 0.1 s here.
public final class BlockingRoutes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BlockingRoutes.class);

  /// The default limit of a body: a long text in any script takes about 20 KB as a form.
  public static final int BODY_BYTES = 64 * 1024;

  private static final Duration BODY_TIME = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final Semaphore permits;
  private final RandomGenerator random;
  private final Duration bodyTime;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());

  /// @param permits how many requests of `bounded` routes may run at once; more are told to come
  ///   again, since a hidden queue only makes everybody late
  /// @param random for the ids of unexpected errors
  public BlockingRoutes(Vertx vertx, int permits, RandomGenerator random) {
    this(vertx, permits, random, BODY_TIME);
  }

  BlockingRoutes(Vertx vertx, int permits, RandomGenerator random, Duration bodyTime) {
    this.vertx = vertx;
    this.permits = new Semaphore(permits);
    this.random = random;
    this.bodyTime = bodyTime;
  }

  /// For people's browsers: at most `permits` at once, 503 with Retry-After beyond.
  public Handler<RoutingContext> bounded(Endpoint endpoint) {
    return bounded(endpoint, BODY_BYTES);
  }

  public Handler<RoutingContext> bounded(Endpoint endpoint, int mostBytes) {
    return collected(
        mostBytes,
        (context, request) -> {
          if (permits.tryAcquire()) {
            hand(context, request, endpoint, permits::release);
          } else {
            Answers.write(context, Problems.busy());
          }
        });
  }

  /// For signed messages and for health: never refused, since a refused one is a person not heard.
  public Handler<RoutingContext> always(Endpoint endpoint) {
    return always(endpoint, BODY_BYTES);
  }

  public Handler<RoutingContext> always(Endpoint endpoint, int mostBytes) {
    return collected(mostBytes, (context, request) -> hand(context, request, endpoint, () -> {}));
  }

  /// For what may wait long: never refused.
  public Handler<RoutingContext> late(LateEndpoint endpoint, int mostBytes) {
    return collected(
        mostBytes,
        (context, request) ->
            take(
                endpoint.begin(request),
                context,
                vertx.getOrCreateContext(),
                RequestMeter.route(context)));
  }

  private void take(LateEndpoint.Turn turn, RoutingContext context, Context loop, String route) {
    threads.execute(() ->
        answer(() -> turn.take(next -> take(next, context, loop, route)), route)
            .ifPresent(answer -> loop.runOnContext(_ -> Answers.write(context, answer))));
  }

  /// Waits until every request in hand is answered. The server must have stopped listening.
  @Override
  public void close() {
    threads.close();
  }

  private interface Next {
    void take(RoutingContext context, Request request);
  }

  private Handler<RoutingContext> collected(int mostBytes, Next next) {
    var collector = new BodyCollector(vertx, mostBytes, bodyTime);
    return context -> collector.collect(context, body -> next.take(context, copy(context, body)));
  }

  private void hand(RoutingContext context, Request request, Endpoint endpoint, Runnable after) {
    var loop = vertx.getOrCreateContext(); // the one that brought the request
    var route = RequestMeter.route(context);
    threads.execute(() -> {
      Response answer;
      try {
        answer = answer(() -> Optional.of(endpoint.answer(request)), route).orElseThrow();
      } finally {
        after.run();
      }
      loop.runOnContext(_ -> Answers.write(context, answer));
    });
  }

  /// The only catch-all of the server.
  private Optional<Response> answer(Supplier<Optional<Response>> work, String route) {
    try {
      return work.get();
    } catch (RedisUnavailable e) {
      LOG.warn("store unavailable at {}", route, SafeTrace.of(e));
      return Optional.of(Problems.unavailable());
    } catch (Throwable e) {
      var id = HexFormat.of().toHexDigits(random.nextLong());
      LOG.error("unexpected error {} at {}", id, route, SafeTrace.of(e));
      return Optional.of(Problems.unexpected(id));
    }
  }

  private static Request copy(RoutingContext context, byte[] body) {
    var from = context.request();
    var headers = new HashMap<String, List<String>>();
    from.headers()
        .forEach(entry ->
            headers
                .computeIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                .add(entry.getValue()));
    return new Request(
        from.method().name(),
        from.uri(),
        Objects.requireNonNullElse(from.path(), ""),
        Collections.unmodifiableMap(headers),
        Map.copyOf(context.pathParams()),
        FormBody.ofQuery(from.uri()).text(),
        body,
        from.remoteAddress() == null
            ? ""
            : Objects.requireNonNullElse(from.remoteAddress().hostAddress(), ""));
  }
}
