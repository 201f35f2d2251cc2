package org.havenline.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.havenline.translations.spoken.Sentence;
import org.junit.jupiter.api.Test;

/// The texts in the jar are the texts in the folder, and nothing is wrong with them.
class ShippedTextsTest {
  /// Any number for a number, any text for a text.
  private static final Map<String, Object> ARGUMENTS =
      Map.of("phone", "+12025550123", "when", "8", "count", 2, "days", 3, "key", "1");

  /// As an operator's they are checked, each against English.
  @Test
  void shippedTextsAreSound() {
    var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    assertThat(Texts.shipped(today)).isInstanceOf(Reading.Sound.class);
    var checked = Texts.read(Path.of("texts"), today);
    assertThat(checked).as(checked.toString()).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void atLeastFortyLocalesAreComplete() {
    var standings = shipped().standings();
    System.out.printf(
        "texts: %d locales with %d texts each, gaps %s%n",
        standings.size(),
        shipped().keys().size(),
        standings.stream().filter(one -> !one.gaps().isEmpty()).toList());
    assertThat(standings)
        .hasSizeGreaterThanOrEqualTo(40)
        .allSatisfy(one -> assertThat(one.gaps()).as(one.locale()).isEmpty());
  }

  /// Also where no voice speaks them: then somebody reads them aloud.
  @Test
  void everyLocaleHasTheWholeScriptOfCallsAndEverySentenceIsItsOwn() {
    var texts = shipped();
    for (var locale : texts.languages()) {
      var script = texts.script(locale);
      assertThat(script.lacks()).as(locale).isEmpty();
      assertThat(script.sentences()).as(locale).hasSizeGreaterThan(25);
      assertThat(script.sentences().stream().map(Sentence::print)).doesNotHaveDuplicates();
      assertThat(script.sentences().stream().map(Sentence::name)).doesNotHaveDuplicates();
    }
  }

  @Test
  void jarAndFoldersAreTheSame() throws IOException {
    assertThat(names("texts", ".arb")).isEqualTo(TextsReader.SHIPPED);
    assertThat(names("banned-words", ".txt"))
        .containsExactlyInAnyOrderElementsOf(
            TextsReader.SHIPPED.stream()
                .map(locale -> Locale.forLanguageTag(locale).getLanguage())
                .collect(Collectors.toSet()));
  }

  @Test
  void everyLanguageHasEveryText() {
    var texts = shipped();
    for (var language : texts.languages()) {
      for (var key : texts.keys()) {
        assertThat(texts.text(key, language, ARGUMENTS))
            .as(language + " " + key)
            .isNotBlank()
            .doesNotContain("{", "}");
      }
    }
    assertThat(texts.text("waiting", "fr", Map.of())).contains("Quelqu'un");
  }

  @Test
  void textsToAPersonNeverNameUs() {
    var texts = shipped();
    for (var language : texts.languages()) {
      assertThat(texts.text("waiting", language, Map.of())).doesNotContainIgnoringCase("haven");
    }
  }

  @Test
  void wordsForLeavingAreThoseOnTheButton() {
    var texts = shipped();
    for (var language : texts.languages()) {
      assertThat(texts.text("chatLeaveHow", language, Map.of()))
          .as(language)
          .contains(texts.text("chatLeave", language, Map.of()));
    }
  }

  @Test
  void textOfAPartnerLineHoldsItsNumberAndStaysOneSms() {
    var texts = shipped();
    for (var language : texts.languages()) {
      var text = texts.text("partner", language, Map.of("phone", "+380800500225000"));
      assertThat(text).as(language).contains("+380800500225000");
      assertThat(Segments.of(text)).as(language).isEqualTo(1);
    }
  }

  private static Texts shipped() {
    return ((Reading.Sound) Texts.shipped()).texts();
  }

  private static List<String> names(String folder, String ending) throws IOException {
    try (var files = Files.list(Path.of(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }
}
