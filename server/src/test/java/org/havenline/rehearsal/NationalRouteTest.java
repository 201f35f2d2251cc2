package org.havenline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.havenline.rehearsal.route.Explainer;
import org.havenline.rehearsal.route.Explanation;
import org.havenline.rehearsal.route.Explanation.Candidate;
import org.havenline.rehearsal.route.Explanation.Looked;
import org.havenline.rehearsal.route.QuestionFile;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Telling contacts of the complete example in `routing-config/national`, asked of the explainer by
/// a file as `havenline.jar route FILE` reads it.
class NationalRouteTest {
  private static final Set<String> TEXTS =
      Set.of("waiting", "waitingLong", "closed", "partner", "callBack");

  private final RoutingTables tables =
      Stage.sound(RoutingTables.read(Path.of("../routing-config/national"), TEXTS));

  private Explanation explained(String contact) {
    var file = ("contacts: [" + contact + "]").getBytes(StandardCharsets.UTF_8);
    var reading = QuestionFile.read("a.yaml", file, tables, Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(reading).isInstanceOf(QuestionFile.Reading.Sound.class);
    return Explainer.of(tables, ((QuestionFile.Reading.Sound) reading).questions().getFirst());
  }

  /// The columns: what the contact is, the rule that takes it, its queue, those asked at once were
  /// all on duty, the first steps.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 1_000,
      textBlock =
          """
          """)
  void contactGoesWhereItShould(
      String contact, String rule, String queue, String asked, String steps) {
    var one = explained("{" + contact + "}");

    assertThat(one.rules().getLast())
        .matches(Looked::matches)
        .extracting(Looked::rule)
        .isEqualTo(rule);
    assertThat(one.queue()).isEqualTo(queue);
    assertThat(asked(one)).isEqualTo(asked);
    assertThat(firstSteps(one)).isEqualTo(steps);
  }

  private static String asked(Explanation one) {
    return String.join(
        " ", one.responders().stream().filter(Candidate::asked).map(Candidate::responder).toList());
  }

  private static String firstSteps(Explanation one) {
    return String.join(
        "; ", one.steps().stream().limit(3).map(step -> step.after() + " " + step.what()).toList());
  }

  @Test
  void ruleNamesWhatTheNumberStandsFor() {
    var one = explained("{channel: sms, language: es, subline: workers}");

    assertThat(one.contact()).startsWith("SMS, sub-line workers, language Spanish");
    assertThat(one.rules())
        .filteredOn(rule -> rule.rule().equals("child"))
        .extracting(Looked::because)
        .containsExactly(
            List.of("minor is false", "subline == \"children\": subline is \"workers\""));
  }

  @Test
  void aSubLineThatNoNumberHasIsAFinding() {
    var file = "contacts: [{channel: sms, subline: childern}]".getBytes(StandardCharsets.UTF_8);

    assertThat(QuestionFile.read("a.yaml", file, tables, Instant.EPOCH))
        .isInstanceOfSatisfying(
            QuestionFile.Reading.Faulty.class,
            faulty ->
                assertThat(faulty.findings())
                    .singleElement()
                    .asString()
                    .contains("no number of line 'national' has this sub-line"));
  }
}
