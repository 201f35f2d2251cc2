package org.havenline.channel.webchat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.channel.webchat.back.ComingBack;
import org.havenline.channel.webchat.back.Things;
import org.havenline.channel.webchat.back.Written;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.ChatLine;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.redis.Allowance;
import org.havenline.redis.Redis;

/// How chats begin, for the first time or once more.
final class Beginning {
  /// Trying words through cannot succeed; it shall not cost those who begin their turn either.
  private static final Duration BETWEEN_RETURNS = Duration.ofMillis(50);

  private static final int RETURNS_AT_ONCE = 200;

  /// New words for one chat.
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

  private static final int WORDS_AT_ONCE = 5;

  private final ChatLine line;
  private final Crowd crowd;
  private final Things things;
  private final ComingBack back;
  private final RandomGenerator random;
  private final Allowance returns;
  private final Allowance words;

  /// @param random for tokens and words, which are secrets
  Beginning(
      ChatLine line,
      Redis redis,
      Crowd crowd,
      Things things,
      InstantSource clock,
      RandomGenerator random) {
    this.line = line;
    this.crowd = crowd;
    this.things = things;
    this.random = random;
    this.back = new ComingBack(redis, line.keys(), clock);
    this.returns = new Allowance(redis, "returns", BETWEEN_RETURNS, RETURNS_AT_ONCE, clock);
    this.words = new Allowance(redis, "words-given", BETWEEN_WORDS, WORDS_AT_ONCE, clock);
  }

  Response start(Request request) {
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
    return token(
            asked.text("language"),
            asked.body().path("chosen").asBoolean(false),
            asked.body().path("young").asBoolean(false),
            asked.text("words"),
            asked.text("key"))
        .map(token -> ChatRequest.json(201, ChatRequest.object().put("token", token)))
        .orElseGet(Problems::busy);
  }

  /// @param entered what she wrote to come back; blank when she does not
  /// @param key of this try to come back
  /// @return the token, whatever was entered; empty when too many begin at once
  Optional<String> begin(
      Request from, String language, boolean chosen, boolean young, String entered, String key) {
    return crowd.begins(from).isPositive()
        ? Optional.empty()
        : token(language, chosen, young, entered, key);
  }

  private Optional<String> token(
      String language, boolean chosen, boolean young, String entered, String key) {
    var token = Chat.newToken(random);
    if (entered.isBlank()) {
      line.begin(token, language, chosen, young);
      return Optional.of(token);
    }
    if (returns.take(line.keys().prefix(), "all").isPositive()) {
      return Optional.empty();
    }
    var written = Written.of(entered, things);
    var stranger = line.stranger(token);
    back.come(new ComingBack.Entry(written, key, token, stranger, language, chosen, young));
    return Optional.of(token);
  }

  Response words(Request request) {
    var asked = ChatRequest.of(request);
    if (asked.isEmpty()) {
      return ChatRequest.unreadable();
    }
    var chat = line.chats().heard(asked.get().token());
    if (chat.isEmpty()) {
      return ChatRequest.over();
    }
    return words(chat.get())
        .map(lines -> {
          var body = ChatRequest.object();
          lines.forEach(body.putArray("words")::add);
          return ChatRequest.json(200, body);
        })
        .orElseGet(Problems::busy);
  }

  /// New words in the language of the chat.
  ///
  /// @return empty when it asks too often
  Optional<List<String>> words(Chat chat) {
    return words.take(line.keys().prefix(), chat.id()).isPositive()
        ? Optional.empty()
        : back.give(chat, random).map(given -> given.lines(things.in(chat.language())));
  }
}
