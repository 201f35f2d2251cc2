package org.havenline.translations.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceKindsTest {
  private static final ServiceKinds SHIPPED = ServiceKinds.shipped();

  @Test
  void everyLanguageNamesEveryKind() {
    Set<String> codes = SHIPPED.kinds().stream().map(Kind::code).collect(Collectors.toSet());

    assertThat(SHIPPED.byLanguage().values())
        .allSatisfy(file -> {
          assertThat(file.words().keySet()).as(file.language()).isEqualTo(codes);
          assertThat(file.words().values())
              .as(file.language())
              .allSatisfy(words -> assertThat(words).hasSizeGreaterThanOrEqualTo(3));
        });
  }

  @Test
  void filesSayTheirOwnLanguageAndClaimNoReviewTheyDidNotHave() {
    assertThat(SHIPPED.byLanguage())
        .allSatisfy((language, file) -> {
          assertThat(file.language()).isEqualTo(language);
          assertThat(file.review()).isEqualTo("drafted");
        });
  }

  /// One word for two kinds finds neither well.
  @Test
  void noWordOfALanguageMeansTwoKinds() {
    List<String> doubled = new ArrayList<>();
    SHIPPED
        .byLanguage()
        .values()
        .forEach(file -> {
          Map<String, String> seen = new HashMap<>();
          file.words()
              .forEach((code, words) ->
                  new HashSet<>(words)
                      .forEach(word -> {
                        String before = seen.put(folded(word), code);
                        if (before != null) {
                          doubled.add(
                              "%s: '%s' is %s and %s"
                                  .formatted(file.language(), word, before, code));
                        }
                      }));
        });

    assertThat(doubled).isEmpty();
  }

  @Test
  void noWordIsEmptyOrWrittenTwice() {
    assertThat(SHIPPED.byLanguage().values())
        .allSatisfy(file ->
            assertThat(file.words().values())
                .as(file.language())
                .allSatisfy(
                    words -> assertThat(words).doesNotHaveDuplicates().noneMatch(String::isBlank)));
  }

  @ParameterizedTest
  @CsvSource({
    "101-04, shelter",
    "103-01, shelter",
    "103-02, housing",
    "103-05-03, recovery",
    "106-06-09, medical",
    "106-06-07-01, psychological",
    "106-01-02, addiction",
    "111-04, legal",
    "111-01-02, residence-permit",
    "111-01-05, identity-papers",
    "111-05, interpretation",
    "110-01-01, jobs",
    "109-06-02, training"
  })
  void openEligibilityIsMappedByItsLongestBeginning(String code, String kind) {
    assertThat(SHIPPED.ofOpenEligibility(code)).map(Kind::code).hasValue(kind);
  }

  @Test
  void codeOfSomethingElseIsNoKind() {
    assertThat(SHIPPED.ofOpenEligibility("108-02")).isEmpty();
    assertThat(SHIPPED.ofOpenEligibility("1")).isEmpty();
    assertThat(SHIPPED.ofOpenEligibility("1030")).isEmpty();
  }

  private static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
