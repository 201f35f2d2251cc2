package org.havenline.channel.webchat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.havenline.channel.DeliveryReports;
import org.havenline.channel.webchat.back.Things;
import org.havenline.channel.webchat.page.Partners;
import org.havenline.channel.webchat.plain.PlainChat;
import org.havenline.channel.webchat.session.ChatLine;
import org.havenline.channel.webchat.session.Listeners;
import org.havenline.channel.webchat.session.Looking;
import org.havenline.contact.Contact;
import org.havenline.contact.journal.Event;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.redis.Redis;
import org.havenline.translations.Texts;

/// The chats of one line, put together.
public final class ChatDoor implements AutoCloseable {
  private static final int SMALL = 4 * 1024;

  private final ChatLine line;
  private final Texts texts;
  private final RandomGenerator random;
  private final Partners partners;
  private final Beginning beginning;
  private final Listeners listeners;
  private final Saying saying;
  private final Hearing hearing;

  /// @param partners whose sites may carry the page
  /// @param crowd how many may begin and speak, of each network
  /// @param random for tokens and words to come back with, which are secrets
  public ChatDoor(
      ChatLine line,
      Redis redis,
      DeliveryReports reports,
      Texts texts,
      Partners partners,
      Crowd crowd,
      InstantSource clock,
      RandomGenerator random) {
    this.line = line;
    this.texts = texts;
    this.partners = partners;
    this.random = random;
    this.beginning =
        new Beginning(
            line,
            redis,
            crowd,
            new Things(locale -> texts.text("chatWordList", locale, Map.of()), texts.languages()),
            clock,
            random);
    this.listeners = new Listeners(contact -> line.contacts().find(contact).map(Contact::person));
    this.saying = new Saying(line, redis, crowd, clock);
    this.hearing = new Hearing(line, new Looking(redis, line, clock), listeners, reports, clock);
  }

  /// What she writes is never refused for want of a place.
  public void mount(Router router, BlockingRoutes routes) {
    router.post("/chat/start").handler(routes.bounded(partners.heard(beginning::start), SMALL));
    router.post("/chat/words").handler(routes.bounded(partners.heard(beginning::words), SMALL));
    router.post("/chat/say").handler(routes.always(partners.heard(saying)));
    router.post("/chat/hear").handler(routes.late(partners.heardLater(hearing), SMALL));
    router.post("/chat/leave").handler(routes.always(this::leave, SMALL));
    router.post("/chat/stop").handler(routes.always(this::stop, SMALL));
  }

  public void hear(Event event) {
    listeners.hear(event);
  }

  /// What a browser opens.
  ///
  /// @param leaveTo a harmless page, the same for everybody
  public PageDoor page(Vertx vertx, URI leaveTo) {
    return new PageDoor(vertx, plain(), line.chats()::stop, texts, leaveTo, partners, random);
  }

  /// For the page without script.
  PlainChat plain() {
    return new ForPlain(beginning, line.chats(), saying, hearing);
  }

  /// The answer is the same whether there is such a chat or not.
  private Response leave(Request request) {
    ChatRequest.of(request).ifPresent(asked -> line.chats().leave(asked.token()));
    return Response.empty(204);
  }

  private Response stop(Request request) {
    ChatRequest.of(request).ifPresent(asked -> line.chats().stop(asked.token()));
    return Response.empty(204);
  }

  /// Sends away who waits for news, so that the server can close.
  @Override
  public void close() {
    listeners.close();
  }
}
