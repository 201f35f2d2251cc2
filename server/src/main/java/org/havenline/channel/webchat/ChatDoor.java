package org.havenline.channel.webchat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.channel.DeliveryReports;
import org.havenline.channel.webchat.plain.PlainChat;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.ChatLine;
import org.havenline.channel.webchat.session.Listeners;
import org.havenline.channel.webchat.session.Looking;
import org.havenline.contact.Contact;
import org.havenline.contact.journal.Event;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.redis.Allowance;
import org.havenline.redis.Redis;
import org.havenline.translations.Texts;

/// The chats of one line, put together.
public final class ChatDoor implements AutoCloseable {
  /// All pages together. More is an attack; who is refused tries again by herself.
  private static final Duration BETWEEN_STARTS = Duration.ofMillis(20);

  private static final int STARTS_AT_ONCE = 500;

  private static final int SMALL = 4 * 1024;

  private final ChatLine line;
  private final RandomGenerator random;
  private final Allowance starts;
  private final Listeners listeners;
  private final Saying saying;
  private final Hearing hearing;

  /// @param random for tokens, which are secrets
  public ChatDoor(
      ChatLine line,
      Redis redis,
      DeliveryReports reports,
      InstantSource clock,
      RandomGenerator random) {
    this.line = line;
    this.random = random;
    this.starts = new Allowance(redis, "chats", BETWEEN_STARTS, STARTS_AT_ONCE, clock);
    this.listeners = new Listeners(contact -> line.contacts().find(contact).map(Contact::person));
    this.saying = new Saying(line, redis, clock);
    this.hearing = new Hearing(line, new Looking(redis, line, clock), listeners, reports, clock);
  }

  /// What she writes is never refused for want of a place.
  public void mount(Router router, BlockingRoutes routes) {
    router.post("/chat/start").handler(routes.bounded(this::start, SMALL));
    router.post("/chat/say").handler(routes.always(saying));
    router.post("/chat/hear").handler(routes.always(hearing, SMALL));
    router.post("/chat/leave").handler(routes.always(this::leave, SMALL));
    router.post("/chat/stop").handler(routes.always(this::stop, SMALL));
  }

  public void hear(Event event) {
    listeners.hear(event);
  }

  private Response start(Request request) {
    return ChatRequest.of(request)
        .filter(asked -> asked.text("language").matches("[A-Za-z0-9-]{2,20}"))
        .map(asked ->
            begin(
                    asked.text("language"),
                    asked.body().path("chosen").asBoolean(false),
                    asked.body().path("young").asBoolean(false))
                .map(token -> ChatRequest.json(201, ChatRequest.object().put("token", token)))
                .orElseGet(Problems::busy))
        .orElseGet(ChatRequest::unreadable);
  }

  private Optional<String> begin(String language, boolean chosen, boolean young) {
    if (starts.take(line.keys().prefix(), "all").isPositive()) {
      return Optional.empty();
    }
    var token = Chat.newToken(random);
    line.begin(token, language, chosen, young);
    return Optional.of(token);
  }

  /// What a browser opens.
  ///
  /// @param leaveTo a harmless page, the same for everybody
  public PageDoor page(Vertx vertx, Texts texts, URI leaveTo) {
    return new PageDoor(vertx, plain(), line.chats()::stop, texts, leaveTo, random);
  }

  /// For the page without script.
  PlainChat plain() {
    return new ForPlain(this::begin, line.chats(), saying, hearing);
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
