package org.havenline.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The texts in the jar are the texts in the folder, and nothing is wrong with them.
class ShippedTextsTest {

  @Test
  void shippedTextsAreSound() {
    assertThat(Texts.shipped())
        .as(() -> String.valueOf(Texts.shipped()))
        .isInstanceOf(Reading.Sound.class);
    assertThat(Texts.read(Path.of("texts"))).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void jarAndFoldersAreTheSame() throws IOException {
    assertThat(names("texts", ".arb")).isEqualTo(TextsReader.SHIPPED);
    assertThat(names("banned-words", ".txt")).isEqualTo(TextsReader.SHIPPED_BANNED);
  }

  @Test
  void everyLanguageHasEveryText() {
    var texts = shipped();
    assertThat(texts.keys())
        .containsExactlyInAnyOrder(
            "waiting",
            "waitingLong",
            "closed",
            "partner",
            "callBack",
            "page",
            "placesAgain",
            "placesReminder",
            "referral");
    for (var language : texts.languages()) {
      for (var key : texts.keys()) {
        assertThat(texts.text(key, language, Map.of("phone", "+12025550123")))
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
