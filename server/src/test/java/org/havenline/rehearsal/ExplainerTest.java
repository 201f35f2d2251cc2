package org.havenline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.rehearsal.route.Explainer;
import org.havenline.rehearsal.route.Explanation;
import org.havenline.rehearsal.route.Question;
import org.havenline.rehearsal.route.QuestionFile;
import org.havenline.rehearsal.shown.TextExplanation;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;

/// What would happen to a contact, and why.
class ExplainerTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final RoutingTables tables = Stage.shipped();

  private Explanation explained(String language, RiskLevel risk, Set<Gender> wishes) {
    return Explainer.of(
        tables,
        new Question(
            "demo", NOON, Arrival.triage(Channel.SMS, language, 0.9, risk, "US", false, wishes)));
  }

  @Test
  void saysOfEveryRuleThatDoesNotMatchWhatIsNotSo() {
    var one = explained("es", RiskLevel.ELEVATED, Set.of());
    assertThat(one.rules())
        .extracting(rule -> rule.rule() + " " + rule.matches() + " " + rule.because())
        .containsExactly(
            "danger false [risk == IMMEDIATE: risk is ELEVATED]",
            "minor false [minor is false]",
            "language-unknown false [language == \"und\": language is \"es\", confidence < 0.6:"
                + " confidence is 0.9]",
            "high-risk false [risk >= HIGH: risk is ELEVATED]",
            "everyone true [it takes everyone]");
  }

  @Test
  void saysOfEveryResponderWhyNotAndFromWhen() {
    var one = explained("ar", RiskLevel.STANDARD, Set.of());
    assertThat(one.responders())
        .filteredOn(Explanation.Candidate::asked)
        .extracting(Explanation.Candidate::responder)
        .containsExactly("nadia");
    assertThat(one.responders())
        .filteredOn(candidate -> candidate.responder().equals("amara"))
        .allSatisfy(amara -> {
          assertThat(amara.whyNot())
              .containsExactly("does not speak Arabic at level working or better");
          assertThat(amara.from()).isEqualTo("2 min");
        });
    assertThat(one.steps()).extracting(Explanation.Due::mayAnswer).startsWith(1, 2, 2, 2, 7);
  }

  @Test
  void aWishStandsAgainstEveryStep() {
    var one = explained("es", RiskLevel.STANDARD, Set.of(Gender.WOMAN));
    assertThat(one.responders())
        .filteredOn(candidate -> candidate.responder().equals("tomas"))
        .allSatisfy(tomas -> {
          assertThat(tomas.whyNot()).contains("not a woman");
          assertThat(tomas.from()).isEmpty();
        });
  }

  @Test
  void textSaysItInOrder() {
    var text = TextExplanation.of(explained("es", RiskLevel.IMMEDIATE, Set.of()));
    assertThat(text)
        .containsSubsequence(
            "2026-11-24T07:00-05:00",
            "yes danger: risk == IMMEDIATE: risk is IMMEDIATE",
            "before all who are not IMMEDIATE",
            "lucia",
            "at once",
            "after 20 s",
            "07:00:20",
            "text those on call (supervisor-on-call)");
  }

  @Test
  void theExampleOfTheReadmeIsSoundAndFaultsAreFindings() throws IOException {
    var readme = Files.readString(Path.of("../routing-config/scenarios/README.md"));
    var example = Pattern.compile("```yaml\n(contacts:.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(example.find()).isTrue();
    var reading = read(example.group(1));
    assertThat(reading).isInstanceOf(QuestionFile.Reading.Sound.class);
    assertThat(read(example.group(1).replace("risk: high", "risk: hihg")))
        .isInstanceOfSatisfying(
            QuestionFile.Reading.Faulty.class,
            faulty ->
                assertThat(faulty.findings())
                    .singleElement()
                    .satisfies(one -> {
                      assertThat(one.line()).isEqualTo(6);
                      assertThat(one.remedy()).isEqualTo("Did you mean 'high'?");
                    }));
  }

  private QuestionFile.Reading read(String yaml) {
    return QuestionFile.read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8), tables, NOON);
  }
}
