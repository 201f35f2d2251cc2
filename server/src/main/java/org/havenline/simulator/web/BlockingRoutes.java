package org.havenline.simulator.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs each request, and whatever outlives it, on a virtual thread of its own, so that waiting
/// (for a webhook, an event, an armed delay) is a plain blocking call.
public final class BlockingRoutes implements AutoCloseable {
  /// Plain blocking code behind one route.
  @FunctionalInterface
  public interface Endpoint {
    Reply answer(Asked asked) throws InterruptedException;
  }

  /// Work that ends quietly when the simulator closes.
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("simulator-", 0).factory());

  public Handler<RoutingContext> on(Endpoint endpoint) {
    return rc ->
        body(rc)
            .onFailure(_ -> write(rc, new Reply.HangUp()))
            .onSuccess(body -> {
              var asked = asked(rc, body);
              var context = rc.vertx().getOrCreateContext();
              threads.execute(() -> {
                var reply = answer(endpoint, asked);
                context.runOnContext(_ -> write(rc, reply));
              });
            });
  }

  public void inBackground(Work work) {
    threads.execute(() -> {
      try {
        work.run();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private static Reply answer(Endpoint endpoint, Asked asked) {
    try {
      return endpoint.answer(asked);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.HangUp();
    } catch (DecodeException | IllegalArgumentException | ClassCastException e) {
      return Reply.refused(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Reply.Json(500, new JsonObject().put("error", e.getClass().getSimpleName()));
    }
  }

  /// Read here and not by a body handler: its form decoder refuses long fields, which tests send on
  /// purpose. A router above may have read the body already.
  private static Future<Buffer> body(RoutingContext rc) {
    var read = rc.body();
    return read != null && read.available()
        ? Future.succeededFuture(Optional.ofNullable(read.buffer()).orElseGet(Buffer::buffer))
        : rc.request().body();
  }

  private static Asked asked(RoutingContext rc, Buffer body) {
    var request = rc.request();
    return new Asked(
        request.method().name(),
        pathBelowMount(rc),
        Map.copyOf(rc.pathParams()),
        Form.parse(Optional.ofNullable(request.query()).orElse("")),
        Optional.ofNullable(request.getHeader("Authorization")),
        body.toString(UTF_8));
  }

  private static String pathBelowMount(RoutingContext rc) {
    var mount = Optional.ofNullable(rc.mountPoint()).orElse("");
    var path = rc.normalizedPath();
    return path.startsWith(mount)
        ? "/" + path.substring(mount.length()).replaceFirst("^/", "")
        : path;
  }

  private static void write(RoutingContext rc, Reply reply) {
    if (rc.response().closed()) {
      return;
    }
    switch (reply) {
      case Reply.Json(var status, var body) ->
          rc.response()
              .setStatusCode(status)
              .putHeader("Content-Type", "application/json")
              .putHeader("Cache-Control", "no-store")
              .end(body.encode());
      case Reply.Sound(var wav) ->
          rc.response().putHeader("Content-Type", "audio/x-wav").end(Buffer.buffer(wav));
      case Reply.Empty(var status) -> rc.response().setStatusCode(status).end();
      case Reply.HangUp() -> rc.request().connection().close();
    }
  }

  /// Interrupts everything that waits.
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
