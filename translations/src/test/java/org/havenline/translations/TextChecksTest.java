package org.havenline.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each fault that a text may have is found, with its line: the checks can fail.
class TextChecksTest {
  private static final String ENGLISH =
      """
      {
        "@@locale": "en",
        "hello": "We got it.",
        "@hello": {"description": "First text.", "x-reader": "person", "x-sms": true, "x-review": "drafted"},
        "wait": "{minutes, plural, one {# minute} other {# minutes}}",
        "@wait": {"x-review": "drafted"},
        "page": "Hello.",
        "@page": {"x-review": "drafted"}
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
    assertThat(texts.text("wait", "so", Map.of("minutes", 1))).isEqualTo("1 minute");
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
  void missingAndSurplusAndDoubledKeysAreFound() throws IOException {
    write(
        "uk.arb",
        """
        {
          "@@locale": "uk",
          "hello": "Є.",
          "hello": "Є!",
          "@hello": {"x-review": "sometimes"},
          "more": "Є"
        }
        """);
    assertThat(findings())
        .containsExactly(
            "uk.arb:0 'page' is missing",
            "uk.arb:0 'wait' is missing",
            "uk.arb:4 'hello' is there twice",
            "uk.arb:5 '@hello' has no x-review",
            "uk.arb:6 'more' has no x-review",
            "uk.arb:6 'more' is not in en.arb");
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
    write("so.arb", ENGLISH.replace("\"en\"", "\"so\""));
    assertThat(findings()).containsExactly("so.arb:0 no banned words for this language");
    Files.createDirectory(folder.resolve("banned-words"));
    write("banned-words/so.txt", "boolis\n");
    assertThat(findings()).isEmpty();
  }

  @Test
  void textsWithoutAPageAreFound() throws IOException {
    write("en.arb", "{\"@@locale\": \"en\"}");
    assertThat(((Reading.Faulty) Texts.read(folder)).findings())
        .extracting(Finding::toString)
        .containsExactly("en.arb:0 'page' is missing. People on call are texted with it");
  }

  @Test
  void folderThatIsNotThereIsOneFinding() {
    assertThat(((Reading.Faulty) Texts.read(folder.resolve("none"))).findings())
        .extracting(Finding::fault)
        .containsExactlyInAnyOrder("the folder cannot be read", "en.arb is missing or broken");
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
          "@wait": {"x-review": "drafted"},
          "page": "Є.",
          "@page": {"x-review": "drafted"}
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
