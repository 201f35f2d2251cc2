package org.havenline.channel.webchat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.channel.DeliveryReports;
import org.havenline.channel.webchat.page.Partners;
import org.havenline.channel.webchat.plain.PlainChat;
import org.havenline.channel.webchat.session.Chat;
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
  private final RandomGenerator random;
  private final Partners partners;
  private final Crowd crowd;
  private final Listeners listeners;
  private final Saying saying;
  private final Hearing hearing;

  /// @param partners whose sites may carry the page
  /// @param crowd how many may begin and speak, of each network
  /// @param random for tokens, which are secrets
  public ChatDoor(
      ChatLine line,
      Redis redis,
      DeliveryReports reports,
      Partners partners,
      Crowd crowd,
      InstantSource clock,
      RandomGenerator random) {
    this.line = line;
    this.partners = partners;
    this.random = random;
    this.crowd = crowd;
    this.listeners = new Listeners(contact -> line.contacts().find(contact).map(Contact::person));
    this.saying = new Saying(line, redis, crowd, clock);
    this.hearing = new Hearing(line, new Looking(redis, line, clock), listeners, reports);
  }

  /// What she writes is never refused for want of a place.
  public void mount(Router router, BlockingRoutes routes) {
    router.post("/chat/start").handler(routes.bounded(partners.heard(this::start), SMALL));
    router.post("/chat/say").handler(routes.always(partners.heard(saying)));
    router.post("/chat/hear").handler(routes.late(partners.heardLater(hearing), SMALL));
    router.post("/chat/leave").handler(routes.always(this::leave, SMALL));
    router.post("/chat/stop").handler(routes.always(this::stop, SMALL));
  }

  public void hear(Event event) {
    listeners.hear(event);
  }

  private Response start(Request request) {
    return ChatRequest.of(request)
        .filter(asked -> asked.text("language").matches("[A-Za-z0-9-]{2,20}"))
        .map(asked -> start(request, asked))
        .orElseGet(ChatRequest::unreadable);
  }

  private Response start(Request from, ChatRequest asked) {
    var work = asked.text("work");
    var wait = work.isEmpty() ? crowd.begins(from) : crowd.worked(from, work);
    if (wait.isPositive()) {
      return ChatRequest.json(
              429, ChatRequest.object().put("work", crowd.puzzle(from)).put("bits", Crowd.BITS))
          .with("retry-after", Long.toString(wait.toSeconds() + 1));
    }
    var token =
        token(
            asked.text("language"),
            asked.body().path("chosen").asBoolean(false),
            asked.body().path("young").asBoolean(false));
    return ChatRequest.json(201, ChatRequest.object().put("token", token));
  }

  private Optional<String> begin(Request from, String language, boolean chosen, boolean young) {
    return crowd.begins(from).isPositive()
        ? Optional.empty()
        : Optional.of(token(language, chosen, young));
  }

  private String token(String language, boolean chosen, boolean young) {
    var token = Chat.newToken(random);
    line.begin(token, language, chosen, young);
    return token;
  }

  /// What a browser opens.
  ///
  /// @param leaveTo a harmless page, the same for everybody
  public PageDoor page(Vertx vertx, Texts texts, URI leaveTo) {
    return new PageDoor(vertx, plain(), line.chats()::stop, texts, leaveTo, partners, random);
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
