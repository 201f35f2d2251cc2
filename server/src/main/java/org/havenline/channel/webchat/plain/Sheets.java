package org.havenline.channel.webchat.plain;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.havenline.channel.webchat.back.ComingBack;
import org.havenline.channel.webchat.page.PageTexts;
import org.havenline.channel.webchat.page.Partners;
import org.havenline.channel.webchat.page.Source;
import org.havenline.channel.webchat.page.Template;
import org.havenline.http.Response;
import org.havenline.http.StillPage;
import org.havenline.translations.locale.LocaleChoice.Offered;

/// The small pages of the chat without script, in every language.
///
/// @param exit where a form that leaves may be sent on to
/// @param partners whose sites may carry the page around them
public record Sheets(PageTexts texts, List<Offered> tongues, URI exit, Partners partners) {
  private static final Source STYLE = Source.of(Sheets.class, "plain.css");

  /// One of them.
  enum Sheet {
    /// Before a chat.
    FIRST("first.html"),
    /// The frame of the log and the form.
    TALK("talk.html"),
    FORM("form.html"),
    /// Words to come back with.
    WORDS("words.html"),
    /// As far as the first message.
    LOG("log.html");

    private final String source;

    Sheet(String file) {
      source = Source.of(Sheets.class, file).text();
    }
  }

  /// @param holes of this sheet that are no texts
  Response of(int status, Sheet sheet, String locale, boolean young, Map<String, String> holes) {
    return new Response(
        status,
        headers(),
        html(sheet, locale, young, holes).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  String html(Sheet sheet, String locale, boolean young, Map<String, String> holes) {
    var all = new HashMap<>(holes);
    all.put("language", locale);
    all.put("direction", direction(locale));
    all.put("style", STYLE.text());
    all.put("tongues", sheet == Sheet.FIRST ? menu() : "");
    return new Template(sheet.source)
        .version("young", young)
        .fill(hole -> {
          var value = all.get(hole);
          return value != null
              ? value
              : texts.text(hole, locale, Map.of("days", ComingBack.KEPT.toDays()));
        });
  }

  String text(String key, String locale) {
    return texts.text(key, locale, Map.of());
  }

  /// Each may be in a frame of ours and of nobody else, and a form in it may lead to the exit.
  Map<String, String> headers() {
    return Map.of(
        "content-type", "text/html; charset=utf-8",
        "x-frame-options", "SAMEORIGIN",
        "content-security-policy",
            ("default-src 'none'; style-src %s; img-src data:; frame-src 'self'; form-action 'self'"
                    + " %s; base-uri 'none'; %s")
                .formatted(STYLE.hash(), origin(), partners.ancestors(List.of("'self'"))));
  }

  private String origin() {
    return exit.getScheme() + "://" + exit.getRawAuthority();
  }

  private String direction(String locale) {
    return tongues.stream()
        .filter(one -> one.locale().equals(locale))
        .map(Offered::direction)
        .findFirst()
        .orElse("ltr");
  }

  private String menu() {
    return tongues.stream()
        .map(one ->
            "<li><a href=\"/chat/plain?l=%1$s\" lang=\"%1$s\" dir=\"%2$s\">%3$s</a>"
                .formatted(one.locale(), one.direction(), StillPage.text(one.name())))
        .collect(joining());
  }
}
