package org.havenline.channel.webchat.plain;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.translations.locale.LocaleChoice;

/// The chat without script, put together.
public final class PlainDoor {
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final PlainPages pages;
  private final StreamedLog log;

  /// @param random for keys of messages
  public PlainDoor(
      Vertx vertx, PlainChat chats, Sheets sheets, LocaleChoice choice, RandomGenerator random) {
    this.pages = new PlainPages(chats, sheets, choice, random, BETWEEN);
    this.log = new StreamedLog(vertx, chats, sheets);
  }

  public void mount(Router router, BlockingRoutes routes) {
    router.get("/chat/plain").setName("/chat/plain").handler(routes.bounded(pages::page));
    router.post("/chat/plain/start").setName("/chat/plain").handler(routes.always(pages::start));
    router.get("/chat/plain/form").setName("/chat/plain").handler(routes.bounded(pages::form));
    router.get("/chat/plain/words").setName("/chat/plain").handler(routes.bounded(pages::words));
    router.post("/chat/plain/say").setName("/chat/plain").handler(routes.always(pages::say));
    router.get("/chat/plain/log").setName("/chat/plain").handler(log);
  }
}
