package org.havenline.console.events;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.havenline.console.staff.Access;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.ResponderId;
import org.havenline.http.FormBody;
import org.havenline.http.Request;

/// Opens event sockets for those who are signed in, on our own page, at most five for each person.
public final class EventSocket implements Handler<RoutingContext>, AutoCloseable {
  private static final int MOST_FOR_ONE = 5;

  private final Vertx vertx;
  private final Access access;
  private final EventFeed feed;
  private final Frames frames;
  private final LifeSigns signs;
  private final InstantSource clock;
  private final Map<ResponderId, Set<Watch>> watches = new ConcurrentHashMap<>();

  public EventSocket(
      Vertx vertx,
      Access access,
      EventFeed feed,
      Frames frames,
      LifeSigns signs,
      InstantSource clock) {
    this.vertx = vertx;
    this.access = access;
    this.feed = feed;
    this.frames = frames;
    this.signs = signs;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    var handshake = handshake(context);
    if (!handshake.header("upgrade").map("websocket"::equalsIgnoreCase).orElse(false)) {
      refuse(context, 426);
    } else if (!access.isOurs(handshake)) {
      refuse(context, 403);
    } else {
      // no more is read until it is known who asks; asking blocks and must leave the loop
      context.request().pause();
      var loop = vertx.getOrCreateContext();
      Thread.ofVirtual().name("handshake").start(() -> admit(context, loop, handshake));
    }
  }

  private void admit(RoutingContext context, Context loop, Request handshake) {
    var status = 503;
    Optional<SignedIn> who = Optional.empty();
    try {
      who = access.who(handshake, true);
      status = 401;
    } catch (RuntimeException e) {
      // the store is away; the page comes back
    }
    var viewer = who;
    int refusal = viewer.map(it -> of(it).size() < MOST_FOR_ONE ? 101 : 429).orElse(status);
    loop.runOnContext(_ -> {
      context.request().resume();
      if (refusal == 101) {
        upgrade(context, handshake, viewer.orElseThrow());
      } else {
        refuse(context, refusal);
      }
    });
  }

  private void upgrade(RoutingContext context, Request handshake, SignedIn viewer) {
    context
        .request()
        .toWebSocket()
        .onSuccess(socket -> watch(socket, handshake, viewer))
        .onFailure(_ -> context.request().connection().close());
  }

  private void watch(ServerWebSocket socket, Request handshake, SignedIn viewer) {
    var watch = new Watch(socket, handshake, viewer, feed, frames, signs, clock);
    var own = of(viewer);
    own.add(watch);
    socket.textMessageHandler(watch::said);
    socket.exceptionHandler(_ -> socket.close());
    var thread = Thread.ofVirtual().name("watch-" + viewer.id()).unstarted(watch);
    socket.closeHandler(_ -> {
      own.remove(watch);
      thread.interrupt();
    });
    thread.start();
  }

  private Set<Watch> of(SignedIn viewer) {
    return watches.computeIfAbsent(viewer.id(), _ -> ConcurrentHashMap.newKeySet());
  }

  private static void refuse(RoutingContext context, int status) {
    context.response().setStatusCode(status).end();
  }

  /// What of the request is needed later; nothing of Vert.x leaves the loop.
  private static Request handshake(RoutingContext context) {
    var from = context.request();
    var headers = new java.util.HashMap<String, List<String>>();
    from.headers()
        .forEach(header ->
            headers
                .computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(header.getValue()));
    return new Request(
        "GET",
        from.uri(),
        Objects.requireNonNullElse(from.path(), ""),
        Map.copyOf(headers),
        Map.of(),
        FormBody.ofQuery(from.uri()).text(),
        new byte[0]);
  }

  /// Tells every console to come back to another node, or to this one when it is up again.
  @Override
  public void close() {
    watches.values().forEach(own -> own.forEach(Watch::leave));
  }
}
