package org.havenline.translations.arb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.havenline.translations.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// None may claim a review that it did not have.
class ReviewTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

  private final List<Finding> findings = new ArrayList<>();

  @Test
  void stateOfTheFileHoldsForTextsThatHaveNoneAndATextsOwnNoteWins() {
    var file =
        read(
            """
            {
              "@@locale": "es",
              "one": "Uno",
              "two": "Dos",
              "@two": {"x-review": "reviewed", "x-reviewed-by": "A. B.", "x-reviewed-on": "2026-11-29"},
              "three": "Tres",
              "@three": {"description": "of the file all the same"},
              "@@x-review": "drafted"
            }
            """);
    assertThat(findings).isEmpty();
    assertThat(review(file, "one")).isEqualTo(Review.NONE);
    assertThat(review(file, "three")).isEqualTo(Review.NONE);
    assertThat(review(file, "two"))
        .isEqualTo(new Review(Review.State.REVIEWED, Optional.of("A. B."), Optional.of(TODAY)));
  }

  @Test
  void reviewOfAWholeFileIsSignedInIt() {
    var file =
        read(
            """
            {
              "@@locale": "es",
              "@@x-review": "approved",
              "@@x-reviewed-by": "A. B.",
              "@@x-reviewed-on": "2026-11-01",
              "one": "Uno",
              "new": "Nuevo",
              "@new": {"x-review": "drafted"}
            }
            """);
    assertThat(findings).isEmpty();
    assertThat(review(file, "one").state()).isEqualTo(Review.State.APPROVED);
    assertThat(review(file, "new")).isEqualTo(Review.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x-review\": \"reviewed\"",
        "\"x-review\": \"approved\", \"x-reviewed-by\": \"A. B.\"",
        "\"x-review\": \"reviewed\", \"x-reviewed-on\": \"2026-11-01\"",
        "\"x-review\": \"reviewed\", \"x-reviewed-by\": \" \", \"x-reviewed-on\": \"2026-11-01\"",
        "\"x-review\": \"reviewed\", \"x-reviewed-by\": \"A.\", \"x-reviewed-on\": \"2026-11-30\"",
        "\"x-review\": \"reviewed\", \"x-reviewed-by\": \"A.\", \"x-reviewed-on\": \"yesterday\""
      })
  void claimThatIsNotSignedIsFoundAndDoesNotCount(String notes) {
    var file = read("{\"@@locale\": \"es\",\n\"one\": \"Uno\",\n\"@one\": {%s}}".formatted(notes));
    assertThat(findings)
        .extracting(Finding::toString)
        .singleElement()
        .asString()
        .startsWith("es.arb:3 '@one' claims a review without saying by whom and when.");
    assertThat(review(file, "one")).isEqualTo(Review.NONE);
  }

  @Test
  void signatureOfTheFileDoesNotSignATextsOwnClaim() {
    read(
        """
        {
          "@@locale": "es",
          "@@x-review": "reviewed",
          "@@x-reviewed-by": "A. B.",
          "@@x-reviewed-on": "2026-11-01",
          "one": "Uno",
          "@one": {"x-review": "approved"}
        }
        """);
    assertThat(findings).hasSize(1);
  }

  @Test
  void textWithoutAnyStateAndAnUnknownStateAreFound() {
    read(
        "{\"@@locale\": \"es\",\n"
            + "\"one\": \"Uno\",\n"
            + "\"two\": \"Dos\",\n"
            + "\"@two\": {\"x-review\": \"ok\"}}");
    assertThat(findings)
        .extracting(finding -> finding.line() + " " + finding.fault())
        .containsExactlyInAnyOrder("2 'one' has no x-review", "4 '@two' has no x-review");
  }

  private ArbFile read(String text) {
    return ArbReader.read("es.arb", text.getBytes(StandardCharsets.UTF_8), TODAY, findings)
        .orElseThrow();
  }

  private static Review review(ArbFile file, String key) {
    return Objects.requireNonNull(file.entries().get(key)).notes().review();
  }
}
