package org.havenline.channel.webchat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.havenline.channel.webchat.page.Exit;
import org.havenline.channel.webchat.page.Front;
import org.havenline.channel.webchat.page.Page;
import org.havenline.channel.webchat.page.Partners;
import org.havenline.channel.webchat.plain.PlainChat;
import org.havenline.channel.webchat.plain.PlainDoor;
import org.havenline.channel.webchat.plain.Sheets;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.translations.Texts;
import org.havenline.translations.locale.LocaleChoice;

/// What a browser opens: the page, the chat without script, and the way out.
public final class PageDoor {
  private final Front front;
  private final Exit exit;
  private final PlainDoor plain;

  /// @param stop ends the chat of a token
  /// @param leaveTo a harmless page, the same for everybody
  /// @param partners whose sites may carry the page
  /// @param random for keys of messages
  public PageDoor(
      Vertx vertx,
      PlainChat chats,
      Consumer<String> stop,
      Texts texts,
      URI leaveTo,
      Partners partners,
      RandomGenerator random) {
    var choice = new LocaleChoice(texts.languages());
    front = new Front(new Page(texts::text, choice.all(), leaveTo, partners), choice);
    exit = new Exit(leaveTo, stop);
    var sheets = new Sheets(texts::text, choice.all(), leaveTo, partners);
    plain = new PlainDoor(vertx, chats, sheets, choice, random);
  }

  public void mount(Router router, BlockingRoutes routes) {
    router.get("/").setName("/").handler(routes.bounded(front));
    // never refused: who leaves waits for nothing
    router.route("/leave").setName("/leave").handler(routes.always(exit));
    plain.mount(router, routes);
  }
}
