package org.havenline.translations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.havenline.translations.arb.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator's own texts lie over the shipped ones, and what a locale lacks is known.
class OverlayTest {
  private static final Texts SHIPPED = ((Reading.Sound) Texts.shipped()).texts();

  @TempDir private Path folder;

  @Test
  void whatAnOperatorDoesNotSayIsSaidByTheShippedFile() throws IOException {
    write("es.arb", "\"waiting\": \"Ya lo leímos.\"");
    var texts = sound();
    assertThat(texts.text("waiting", "es", Map.of())).isEqualTo("Ya lo leímos.");
    assertThat(texts.text("closed", "es", Map.of()))
        .isEqualTo(SHIPPED.text("closed", "es", Map.of()));
    assertThat(texts.text("waiting", "uk", Map.of()))
        .isEqualTo(SHIPPED.text("waiting", "uk", Map.of()));
    assertThat(texts.languages()).isEqualTo(SHIPPED.languages());
    assertThat(standing(texts, "es").gaps()).isEmpty();
  }

  @Test
  void textALocaleLacksComesFromItsParentThenEnglishAndIsCounted() throws IOException {
    write("es-MX.arb", "\"waiting\": \"Ya te leímos.\"");
    write("xh.arb", "\"waiting\": \"Siyifumene.\"");
    write("banned-words/xh.txt", "amapol");
    var texts = sound();
    assertThat(texts.text("waiting", "es-MX", Map.of())).isEqualTo("Ya te leímos.");
    assertThat(texts.text("closed", "es-MX", Map.of()))
        .isEqualTo(SHIPPED.text("closed", "es", Map.of()));
    assertThat(texts.text("closed", "xh", Map.of()))
        .isEqualTo(SHIPPED.text("closed", "en", Map.of()));
    var standing = standing(texts, "xh");
    assertThat(standing.gaps())
        .hasSize(SHIPPED.keys().size() - 1)
        .contains("closed")
        .doesNotContain("waiting");
    assertThat(standing.count(Review.State.DRAFTED)).isEqualTo(1);
  }

  @Test
  void reviewOfAnOperatorCountsForItsOwnTexts() throws IOException {
    write(
        "es.arb",
        "\"waiting\": \"Ya te leímos.\", \"@waiting\": {\"x-review\": \"reviewed\","
            + " \"x-reviewed-by\": \"A. B.\", \"x-reviewed-on\": \"2026-11-01\"}");
    var standing = standing(sound(), "es");
    assertThat(standing.count(Review.State.REVIEWED)).isEqualTo(1);
    assertThat(standing.count(Review.State.DRAFTED)).isEqualTo(SHIPPED.keys().size() - 1);
    assertThat(standing.count(Review.State.APPROVED)).isZero();
  }

  @Test
  void keyOfItsOwnIsMissingInTheOtherLanguages() throws IOException {
    write("en.arb", "\"greeting\": \"Good day.\"");
    var texts = sound();
    assertThat(texts.text("greeting", "uk", Map.of())).isEqualTo("Good day.");
    assertThat(standing(texts, "uk").gaps()).containsExactly("greeting");
  }

  @Test
  void englishThatNoLongerFitsTheShippedTranslationsIsFound() throws IOException {
    write("en.arb", "\"referral\": \"You can call {name}.\"");
    assertThat(((Reading.Faulty) Texts.read(folder)).findings())
        .hasSize(SHIPPED.languages().size() - 1)
        .allSatisfy(finding -> {
          assertThat(finding.file()).endsWith(".arb (shipped)");
          assertThat(finding.fault()).isEqualTo("'referral' has other arguments than in English");
        });
  }

  @Test
  void whatHoldsForAShippedKeyHoldsForAnOperatorsTextToo() throws IOException {
    write(
        "en.arb", "\"waiting\": \"%s\", \"page\": \"Havenline calls.\"".formatted("a".repeat(161)));
    assertThat(((Reading.Faulty) Texts.read(folder)).findings())
        .extracting(Finding::fault)
        .contains("'waiting' does not fit in one SMS")
        .noneMatch(fault -> fault.contains("'page'"));
  }

  private Texts sound() {
    return ((Reading.Sound) Texts.read(folder)).texts();
  }

  private static Standing standing(Texts texts, String locale) {
    return texts.standings().stream()
        .filter(one -> one.locale().equals(locale))
        .findFirst()
        .orElseThrow();
  }

  private void write(String name, String texts) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        name.endsWith(".arb")
            ? "{\"@@locale\": \"%s\", \"@@x-review\": \"drafted\", %s}"
                .formatted(name.replace(".arb", ""), texts)
            : texts);
  }
}
