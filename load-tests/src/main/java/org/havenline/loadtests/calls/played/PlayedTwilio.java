package org.havenline.loadtests.calls.played;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Twilio's REST API as far as the server uses it under load: telephones are rung, ended, fetched
/// and asked after; its lists are empty.
public final class PlayedTwilio implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ONE = Pattern.compile(".*/Calls/(\\w+)\\.json");

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final RandomGenerator random;
  private final Rooms rooms;
  private final ConcurrentMap<String, Leg> legs = new ConcurrentHashMap<>();
  private volatile Optional<Webhooks> webhooks = Optional.empty();

  public PlayedTwilio(RandomGenerator random, Rooms rooms) {
    this.random = random;
    this.rooms = rooms;
    server = vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1").await();
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/twilio";
  }

  /// Where telephones hear what to say; known once the server is there.
  public void asks(Webhooks those) {
    webhooks = Optional.of(those);
  }

  /// A call that comes in.
  void knows(Leg leg) {
    legs.put(leg.sid, leg);
  }

  private void take(HttpServerRequest request) {
    request.setExpectMultipart(request.method().equals(HttpMethod.POST));
    request.endHandler(_ -> answer(request));
  }

  private void answer(HttpServerRequest request) {
    var path = Objects.requireNonNullElse(request.path(), "");
    var one = ONE.matcher(path);
    boolean posts = request.method().equals(HttpMethod.POST);
    if (one.matches()) {
      answerFor(request, Optional.ofNullable(legs.get(one.group(1))), posts);
    } else if (posts && path.endsWith("/Calls.json")) {
      respond(request, 201, Map.of("sid", rings(request), "status", "queued"));
    } else if (posts) {
      respond(request, 201, Map.of("sid", sid("SM"), "status", "queued"));
    } else {
      var list = path.endsWith("/Calls.json") ? "calls" : "messages";
      var page = new HashMap<String, Object>(Map.of(list, List.of(), "uri", path));
      page.put("next_page_uri", null);
      respond(request, 200, page);
    }
  }

  private String rings(HttpServerRequest request) {
    var telephone =
        new Telephone(
            sid("CA"),
            field(request, "From"),
            field(request, "To"),
            field(request, "Url"),
            field(request, "StatusCallback"),
            random,
            webhooks.orElseThrow(),
            rooms);
    knows(telephone);
    Thread.ofVirtual().start(telephone::rings);
    return telephone.sid;
  }

  private static String field(HttpServerRequest request, String name) {
    return Objects.requireNonNullElse(request.getFormAttribute(name), "");
  }

  private synchronized String sid(String kind) {
    return kind + "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  private static void answerFor(HttpServerRequest request, Optional<Leg> leg, boolean posts) {
    if (leg.isEmpty()) {
      respond(request, 404, Map.of("code", 20404, "status", 404));
      return;
    }
    boolean over = leg.get().isOver();
    if (posts && over) {
      respond(request, 400, Map.of("code", 21220, "status", 400));
      return;
    }
    if (posts) {
      leg.get().signal(Optional.ofNullable(request.getFormAttribute("Url")).orElse(Leg.END));
    }
    respond(
        request, 200, Map.of("sid", leg.get().sid, "status", over ? "completed" : "in-progress"));
  }

  private static void respond(HttpServerRequest request, int status, Map<String, ?> body) {
    try {
      request
          .response()
          .setStatusCode(status)
          .putHeader("content-type", "application/json")
          .end(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
