package org.havenline.channel.webchat.plain;

import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.havenline.channel.webchat.plain.Sheets.Sheet;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.translations.locale.LocaleChoice;

/// The pages without script. Each form is answered by sending the browser on (303) to a page of its
/// own: what was posted and answered at once would stay in the browser's files.
final class PlainPages {
  /// Tries of ours for one of hers, a second apart: the form she sent is empty when it is answered.
  private static final int TRIES = 15;

  private final PlainChat chats;
  private final Sheets sheets;
  private final LocaleChoice choice;
  private final RandomGenerator random;

  /// @param random for keys of messages
  PlainPages(PlainChat chats, Sheets sheets, LocaleChoice choice, RandomGenerator random) {
    this.chats = chats;
    this.sheets = sheets;
    this.choice = choice;
    this.random = random;
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
      return chats
          .comeBack(words, form.first("key").orElse(""), locale, young)
          .map(token -> on("/chat/plain?b=1&t=" + token))
          .orElseGet(() -> first(503, request, "chatBusy"));
    }
    return chats
        .start(locale, false, young)
        .map(token -> on("/chat/plain?t=" + token))
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
    return sheets.of(
        200,
        Sheet.LOG,
        choice.of(request.header("accept-language").orElse(""), ""),
        false,
        Map.of());
  }

  Response say(Request request) {
    var form = FormBody.parse(request.body());
    var token = form.first("t").orElse("");
    var text = form.first("text").orElse("");
    if (text.isBlank()) {
      return on("/chat/plain/form?t=" + token);
    }
    var answer = chats.say(token, form.first("key").orElse(""), text);
    for (int i = 0; i < TRIES && comesAgain(answer); i++) {
      waitASecond();
      answer = chats.say(token, form.first("key").orElse(""), text);
    }
    if (answer.status() == 200 || answer.status() == 404) {
      return on("/chat/plain/form?t=" + token);
    }
    // her words come back to her: to lose them is worse than that the browser may keep them
    var note = answer.status() == 413 ? "chatTooLong" : "chatFault";
    return chats
        .language(token)
        .map(language -> form(503, token, language, text, note))
        .orElseGet(() -> over(request));
  }

  private static boolean comesAgain(Response answer) {
    return answer.status() == 429 || answer.status() >= 500;
  }

  private static void waitASecond() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Response on(String to) {
    return Response.empty(303).with("location", to);
  }
}
