package org.havenline.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The figures promised for the detector, on texts it never learned from (the Universal Declaration
/// of Human Rights) and on held-out lines. Skipped, visibly, where the texts are not beside the
/// project.
class LanguageFiguresTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  /// The Latin-script languages whose training corpora are in the shared texts.
  private static final List<String> LATIN =
      List.of(
          "en", "es", "fr", "pt", "ro", "pl", "hu", "tr", "vi", "id", "tl", "sw", "so", "ha", "yo",
          "ig", "ku", "de");

  private static Path folder = Path.of("");
  private static Map<String, List<String>> declaration = Map.of();

  @BeforeAll
  static void findTexts() {
    Optional<Path> found = Texts.folder();
    Assumptions.assumeTrue(found.isPresent(), "no ../shared/data/language beside the project");
    folder = found.orElseThrow();
    declaration = Texts.read(folder.resolve("udhr"));
  }

  private static Tally judge(String what, int words, Function<String, Prior> priors) {
    Tally tally = new Tally();
    declaration.forEach((language, lines) ->
        tally.addAll(
            DETECTOR,
            language,
            words == 0 ? Texts.sentences(language, lines) : Texts.pieces(language, lines, words),
            priors.apply(language)));
    System.out.println(tally.report(what));
    return tally;
  }

  @Test
  void twoWordsAreToldApartAndSureAnswersAreRight() {
    Tally tally = judge("declaration, 2 words, flat prior", 2, _ -> Prior.flat());
    assertThat(tally.accuracy()).isGreaterThanOrEqualTo(94);
    assertThat(tally.coverage()).isGreaterThanOrEqualTo(75);
    assertThat(tally.accuracyWhenSure()).isGreaterThanOrEqualTo(98.5);
    assertThat(tally.calibrationError()).isLessThanOrEqualTo(3);
  }

  @Test
  void fiveWordsAreToldApart() {
    Tally tally = judge("declaration, 5 words, flat prior", 5, _ -> Prior.flat());
    assertThat(tally.accuracy()).isGreaterThanOrEqualTo(99);
    assertThat(tally.calibrationError()).isLessThanOrEqualTo(3);
  }

  @Test
  void sentencesAreToldApart() {
    Tally tally = judge("declaration, sentences, flat prior", 0, _ -> Prior.flat());
    assertThat(tally.accuracy()).isGreaterThanOrEqualTo(99.5);
    assertThat(tally.calibrationError()).isLessThanOrEqualTo(3);
  }

  @Test
  void aCountryMakesOneWordEnough() {
    Tally tally =
        judge("declaration, 1 word, country-like prior", 1, language -> prior(language, 0.4, 0.3));
    assertThat(tally.accuracy()).isGreaterThanOrEqualTo(92);
  }

  @Test
  void aWrongPriorHardlyMatters() {
    Tally flat = judge("declaration, sentences, flat prior", 0, _ -> Prior.flat());
    Tally wrong =
        judge("declaration, sentences, wrong prior", 0, language -> prior(language, 0.6, 0.01));
    assertThat(flat.accuracy() - wrong.accuracy()).isLessThanOrEqualTo(1);
  }

  @Test
  void aHurriedThumbIsUnderstood() throws IOException {
    Tally tally = new Tally();
    Random random = new Random(Texts.SEED);
    for (String language : LATIN) {
      tally.addAll(DETECTOR, language, Texts.heldOutNoisy(folder, language, random), Prior.flat());
    }
    System.out.println(tally.report("held-out sentences, no accents, lower case, one typo"));
    assertThat(tally.accuracy()).isGreaterThanOrEqualTo(97);
  }

  /// English and the true language likely, the rest of the weight spread over all others.
  private static Prior prior(String language, double english, double truth) {
    Map<String, Double> weights = new HashMap<>();
    weights.put("en", english);
    weights.merge(language, truth, Double::sum);
    weights.put(Prior.OTHERS, (1 - english - truth) / LanguageDetector.USUAL_LANGUAGES);
    return new Prior(weights);
  }
}
