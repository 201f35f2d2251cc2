package org.havenline.channel.webchat.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.havenline.channel.webchat.back.ComingBack;
import org.havenline.http.Response;
import org.havenline.http.StillPage;
import org.havenline.translations.locale.Fallback;
import org.havenline.translations.locale.LocaleChoice.Offered;

/// The page, whole in one answer: markup, style, scripts and texts. Each of its languages has one,
/// and one for minors; each is made and compressed when it is first asked for, so that a server
/// that comes back after a crash does not make eighty pages before it takes a message.
public final class Page {
  private static final Source STYLE = Source.of(Page.class, "chat.css");
  private static final Source STILL = Source.of(Page.class, "still.css");
  private static final Source LEAVING = Source.script("leaving.js");
  private static final Source TALKING =
      Source.script("begin.js", "shown.js", "line.js", "work.js", "talk.js", "press.js");
  private static final String TYPE = "text/html; charset=utf-8";

  private static final String POLICY =
      ("default-src 'none'; style-src %s %s; script-src %s %s; connect-src 'self'; frame-src"
              + " 'self'; form-action 'self'; img-src data:; base-uri 'none';"
              + " require-trusted-types-for 'script'; ")
          .formatted(STYLE.hash(), STILL.hash(), LEAVING.hash(), TALKING.hash());

  private record Version(String locale, boolean young) {}

  private final Template template = new Template(Source.of(Page.class, "chat.html").text());
  private final PageTexts texts;
  private final List<Offered> tongues;
  private final URI exit;
  private final String policy;
  private final Map<Version, byte[]> pages = new ConcurrentHashMap<>();

  /// @param tongues all there are; English is one of them
  /// @param exit where she is taken when she leaves: harmless, and the same for everybody
  /// @param partners whose sites may carry it
  public Page(PageTexts texts, List<Offered> tongues, URI exit, Partners partners) {
    this.texts = texts;
    this.tongues = List.copyOf(tongues);
    this.exit = exit;
    this.policy = POLICY + partners.ancestors(List.of());
  }

  /// @param locale of one of the tongues; any other is answered in English
  /// @param young for minors
  /// @param gzip her browser takes it compressed, as nearly all do
  public Response of(String locale, boolean young, boolean gzip) {
    var tongue =
        tongues.stream()
            .filter(one -> one.locale().equals(locale))
            .findFirst()
            .or(() ->
                tongues.stream().filter(one -> one.locale().equals(Fallback.LAST)).findFirst())
            .orElseThrow();
    var packed =
        pages.computeIfAbsent(
            new Version(tongue.locale(), young),
            _ -> Gzip.pack(html(tongue, young).getBytes(UTF_8)));
    var headers =
        Map.of(
            "content-type", TYPE,
            "content-security-policy", policy,
            "vary", "accept-encoding, accept-language");
    return gzip
        ? new Response(200, headers, packed).with("content-encoding", "gzip")
        : new Response(200, headers, Gzip.unpack(packed));
  }

  private String html(Offered tongue, boolean young) {
    var said = new Said(texts, tongue.locale());
    return template
        .version("young", young)
        .fill(hole ->
            switch (hole) {
              case "language" -> tongue.locale();
              case "direction" -> tongue.direction();
              case "exit" -> exit.toString();
              case "style" -> STYLE.text();
              case "still" -> STILL.text();
              case "leaving" -> LEAVING.text();
              case "talking" -> TALKING.text();
              case "tongues" -> menu();
              case "words" -> said.forScript();
              case "chatWordsAre" -> said.text(hole, Map.of("days", ComingBack.KEPT.toDays()));
              case "shiftTwo" -> said.text("chatShift", Map.of("count", 2));
              case "shiftOne" -> said.text("chatShift", Map.of("count", 1));
              default -> said.text(hole, Map.of());
            });
  }

  private String menu() {
    return tongues.stream()
        .map(one ->
            "<li><a href=\"/?l=%1$s\" lang=\"%1$s\" dir=\"%2$s\">%3$s</a>"
                .formatted(one.locale(), one.direction(), StillPage.text(one.name())))
        .collect(joining());
  }
}
