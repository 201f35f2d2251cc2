package org.havenline.translations.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.havenline.translations.Finding;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each fault that a text may have is found, with its line: the checks can fail.
class TextChecksTest {
  private static final String ENGLISH =
      """
      {
        "@@locale": "en",
        "hello": "We got it, and someone will write here.",
        "@hello": {"description": "First text.", "x-reader": "person", "x-sms": true, "x-review": "drafted"},
        "wait": "{minutes, plural, one {# minute} other {# minutes}}",
        "@wait": {"x-review": "drafted"},
        "go": "Start",
        "@go": {"x-button": true, "x-review": "drafted"}
      }
      """;
  private static final String UKRAINIAN_WAIT =
      "{minutes, plural, one {# хвилина} few {# хвилини} many {# хвилин} other {# хвилини}}";

  @TempDir private Path folder;

  @Test
  void soundTextsAreRead() throws IOException {
    var texts = ((Reading.Sound) reading("Є.", UKRAINIAN_WAIT)).texts();
    assertThat(texts.text("wait", "uk", Map.of("minutes", 3))).isEqualTo("3 хвилини");
    assertThat(texts.text("wait", "uk-UA", Map.of("minutes", 5))).isEqualTo("5 хвилин");
    assertThat(texts.text("wait", "xh", Map.of("minutes", 1))).isEqualTo("1 minute");
  }

  @Test
  void bannedWordIsFoundInHerLanguageAndInEnglish() throws IOException {
    assertThat(findings("Ми з поліції.", UKRAINIAN_WAIT))
        .containsExactly("uk.arb:3 'hello' has the banned word 'поліц'");
    assertThat(findings("Це Hotline.", UKRAINIAN_WAIT))
        .containsExactly("uk.arb:3 'hello' has the banned word 'hotline'");
  }

  @Test
  void textBeyondOneSegmentIsFound() throws IOException {
    assertThat(findings("ж".repeat(71), UKRAINIAN_WAIT))
        .containsExactly("uk.arb:3 'hello' does not fit in one SMS");
  }

  @Test
  void missingPluralFormIsFound() throws IOException {
    assertThat(findings("Є.", "{minutes, plural, one {# хв} other {# хв}}"))
        .containsExactly("uk.arb:5 'wait' lacks the plural forms [few, many]");
  }

  @Test
  void otherArgumentsAreFound() throws IOException {
    assertThat(findings("Є {name}.", "{m, plural, one {#} few {#} many {#} other {#}}"))
        .containsExactly(
            "uk.arb:3 'hello' has other arguments than in English",
            "uk.arb:5 'wait' has other arguments than in English");
  }

  @Test
  void brokenMessageIsFound() throws IOException {
    assertThat(findings("Є {", UKRAINIAN_WAIT))
        .containsExactly("uk.arb:3 'hello' is not a message format");
  }

  @Test
  void surplusAndDoubledKeysAreFound() throws IOException {
    write(
        "uk.arb",
        """
        {
          "@@locale": "uk",
          "hello": "Є.",
          "hello": "Є!",
          "@hello": {"x-review": "drafted"},
          "more": "Є",
          "@less": {}
        }
        """);
    assertThat(findings())
        .containsExactly(
            "uk.arb:4 'hello' is there twice",
            "uk.arb:6 'more' has no x-review",
            "uk.arb:6 'more' is not in en.arb",
            "uk.arb:7 '@less' describes no text");
  }

  @Test
  void numberThatBecameATextIsFound() throws IOException {
    assertThat(findings("Є.", "{minutes} хв"))
        .containsExactly("uk.arb:5 'wait' has other arguments than in English");
  }

  @Test
  void textAPageWouldTakeForItsOwnIsFound() throws IOException {
    assertThat(findings("<b>Є", UKRAINIAN_WAIT))
        .containsExactly("uk.arb:3 'hello' has a < or a control character");
    assertThat(findings("Є\\n", UKRAINIAN_WAIT))
        .containsExactly("uk.arb:3 'hello' has a < or a control character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2067Є", "Є\u2069", "\u202BЄ\u2069", "\u2067\u202BЄ\u2069\u202C"})
  void directionThatIsNotClosedIsFound(String hello) throws IOException {
    assertThat(findings(hello, UKRAINIAN_WAIT))
        .containsExactly(
            "uk.arb:3 'hello' opens a direction that it does not close, or the other way round");
    assertThat(findings("\u2067\u202BЄ\u202C\u2069\u200E", UKRAINIAN_WAIT)).isEmpty();
  }

  @Test
  void textLeftInEnglishIsFoundUnlessItIsMeant() throws IOException {
    var english = "We got it, and someone will write here.";
    assertThat(findings(english, UKRAINIAN_WAIT))
        .containsExactly("uk.arb:3 'hello' is the same as in English");
    write(
        "uk.arb",
        """
        {"@@locale": "uk", "@@x-review": "drafted", "hello": "%s", "@hello": {"x-same": true}}
        """
            .formatted(english));
    assertThat(findings()).isEmpty();
  }

  @Test
  void textThatWouldTearThePageIsFound() throws IOException {
    assertThat(findingsOfGo("ж".repeat(23)))
        .containsExactly("uk.arb:1 'go' takes 23 columns of 22");
    assertThat(findingsOfGo("ж".repeat(22))).isEmpty();
    assertThat(findingsOfGo("開".repeat(12)))
        .as("wide signs count twice")
        .containsExactly("uk.arb:1 'go' takes 24 columns of 22");
    assertThat(findingsOfGo("नि".repeat(11))).as("marks count nothing").isEmpty();
  }

  private List<String> findingsOfGo(String go) throws IOException {
    write(
        "uk.arb",
        "{\"@@locale\": \"uk\", \"@@x-review\": \"drafted\", \"go\": \"%s\"}".formatted(go));
    return findings();
  }

  @Test
  void fileThatIsNotJsonOrNotNamedByItsLanguageIsFound() throws IOException {
    write("uk.arb", "{\n  \"@@locale\": \"uk\",\n  oops\n}");
    assertThat(findings()).containsExactly("uk.arb:3 not readable as JSON");
    write("uk.arb", ENGLISH);
    assertThat(findings()).contains("uk.arb:1 '@@locale' is not the name of the file");
    write("uk.arb", "[".repeat(100_000));
    assertThat(findings()).containsExactly("uk.arb:1 not a table of texts");
  }

  @Test
  void languageWithoutBannedWordsIsFoundUntilTheOperatorGivesThem() throws IOException {
    write("xh.arb", "{\"@@locale\": \"xh\", \"@@x-review\": \"drafted\", \"hello\": \"Molo.\"}");
    assertThat(findings()).containsExactly("xh.arb:0 no banned words for this language");
    Files.createDirectory(folder.resolve("banned-words"));
    write("banned-words/xh.txt", "amapol\n");
    assertThat(findings()).isEmpty();
    write("banned-words/xh.txt", "mol\n");
    assertThat(findings()).containsExactly("xh.arb:1 'hello' has the banned word 'mol'");
  }

  @Test
  void folderThatIsNotThereIsOneFinding() {
    assertThat(((Reading.Faulty) Texts.read(folder.resolve("none"))).findings())
        .extracting(Finding::fault)
        .containsExactly("the folder cannot be read");
  }

  private Reading reading(String hello, String wait) throws IOException {
    write(
        "uk.arb",
        """
        {
          "@@locale": "uk",
          "hello": "%s",
          "@hello": {"x-review": "drafted"},
          "wait": "%s",
          "@wait": {"x-review": "drafted"}
        }
        """
            .formatted(hello, wait));
    return read();
  }

  private List<String> findings(String hello, String wait) throws IOException {
    reading(hello, wait);
    return findings();
  }

  private List<String> findings() throws IOException {
    return switch (read()) {
      case Reading.Sound _ -> List.of();
      case Reading.Faulty(var all) ->
          all.stream().map(f -> f.file() + ":" + f.line() + " " + f.fault()).toList();
    };
  }

  private Reading read() throws IOException {
    write("en.arb", ENGLISH);
    return Texts.read(folder);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
