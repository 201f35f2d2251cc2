package org.havenline.channel.webchat.plain;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.havenline.channel.webchat.plain.Sheets.Sheet;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.redis.RedisUnavailable;
import org.havenline.translations.locale.LocaleChoice;

/// The pages without script. Each form is answered by sending the browser on (303) to a page of its
/// own: what was posted and answered at once would stay in the browser's files.
final class PlainPages {
  /// Tries of ours for one of hers: the form she sent is empty when it is answered.
  private static final int TRIES = 15;

  /// A browser without script cannot work for its place; we wait in its stead, twice as long each
  /// time, as many as this at once.
  private static final int TRIES_TO_BEGIN = 4;

  private static final int MOST_WAITING = 500;

  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final PlainChat chats;
  private final Sheets sheets;
  private final LocaleChoice choice;
  private final RandomGenerator random;
  private final Duration between;

  /// @param random for keys of messages
  /// @param between tries
  PlainPages(
      PlainChat chats,
      Sheets sheets,
      LocaleChoice choice,
      RandomGenerator random,
      Duration between) {
    this.chats = chats;
    this.sheets = sheets;
    this.choice = choice;
    this.random = random;
    this.between = between;
  }

  /// The first page, or the chat of its token.
  Response page(Request request) {
    var token = request.parameter("t").orElse("");
    var language = chats.language(token);
    return language
        .map(one -> {
          var returned = request.parameter("b").isPresent() ? "&b=1" : "";
          var holes = Map.of("token", token, "returned", returned);
          return sheets.of(200, Sheet.TALK, one, false, holes);
        })
        .orElseGet(() -> first(200, request, ""));
  }

  private Response first(int status, Request request, String note) {
    var chosen = request.parameter("l").orElse("");
    var locale = choice.of(request.header("accept-language").orElse(""), chosen);
    return sheets.of(
        status,
        Sheet.FIRST,
        locale,
        request.parameter("y").isPresent(),
        Map.of("note", note.isEmpty() ? "" : sheets.text(note, locale), "key", newKey()));
  }

  Response start(Request request) {
    var form = FormBody.parse(request.body());
    var locale = choice.of("", form.first("l").orElse(""));
    boolean young = form.first("y").isPresent();
    var words = form.first("words").orElse("");
    if (!words.isBlank()) {
      var key = form.first("key").orElse("");
      return begun(request, "b=1&", () -> chats.comeBack(request, words, key, locale, young));
    }
    return begun(request, "", () -> chats.start(request, locale, false, young));
  }

  private Response begun(Request request, String how, Supplier<Optional<String>> begin) {
    var token = begin.get();
    if (token.isEmpty() && waiting.tryAcquire()) {
      try {
        for (int i = 0; i < TRIES_TO_BEGIN && token.isEmpty(); i++) {
          pause(between.multipliedBy(1L << i));
          token = begin.get();
        }
      } finally {
        waiting.release();
      }
    }
    return token
        .map(one -> on("/chat/plain?" + how + "t=" + one))
        .orElseGet(() -> first(503, request, "chatBusy"));
  }

  Response form(Request request) {
    var token = request.parameter("t").orElse("");
    return chats
        .language(token)
        .map(language ->
            form(
                200,
                token,
                language,
                "",
                request.parameter("b").isPresent() ? "chatWordsBack" : ""))
        .orElseGet(() -> over(request));
  }

  private Response form(int status, String token, String language, String text, String note) {
    return sheets.of(
        status,
        Sheet.FORM,
        language,
        false,
        Map.of(
            "token",
            token,
            "key",
            newKey(),
            "text",
            text,
            "note",
            note.isEmpty() ? "" : sheets.text(note, language)));
  }

  private String newKey() {
    return "p-" + HexFormat.of().toHexDigits(random.nextLong());
  }

  /// Each time others, and only the last open anything.
  Response words(Request request) {
    var token = request.parameter("t").orElse("");
    var language = chats.language(token);
    if (language.isEmpty()) {
      return over(request);
    }
    return chats
        .words(token)
        .map(lines -> {
          var holes = Map.of("token", token, "lines", String.join("\n", lines));
          return sheets.of(200, Sheet.WORDS, language.get(), false, holes);
        })
        .orElseGet(() -> form(503, token, language.get(), "", "chatBusy"));
  }

  private Response over(Request request) {
    return sheets.of(200, Sheet.LOG, spoken(request), false, Map.of());
  }

  Response say(Request request) {
    var form = FormBody.parse(request.body());
    var token = form.first("t").orElse("");
    var text = form.first("text").orElse("");
    if (text.isBlank()) {
      return on("/chat/plain/form?t=" + token);
    }
    var answer = chats.say(request, token, form.first("key").orElse(""), text);
    for (int i = 0; i < TRIES && comesAgain(answer); i++) {
      pause(between);
      answer = chats.say(request, token, form.first("key").orElse(""), text);
    }
    if (answer.status() == 200 || answer.status() == 404) {
      return on("/chat/plain/form?t=" + token);
    }
    // her words come back to her: to lose them is worse than that the browser may keep them
    var note = answer.status() == 413 ? "chatTooLong" : "chatFault";
    return form(503, token, language(token, request), text, note);
  }

  /// Hers, or the one of her browser while the store is away.
  private String language(String token, Request request) {
    try {
      return chats.language(token).orElseGet(() -> spoken(request));
    } catch (RedisUnavailable e) {
      return spoken(request);
    }
  }

  private String spoken(Request request) {
    return choice.of(request.header("accept-language").orElse(""), "");
  }

  private static boolean comesAgain(Response answer) {
    return answer.status() == 429 || answer.status() >= 500;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Response on(String to) {
    return Response.empty(303).with("location", to);
  }
}
