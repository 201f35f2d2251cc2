package org.havenline.routing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is proven of tables, and that the proof fails where it must.
class ProofTest {
  /// A Tuesday; the coming 14 days hold Thanksgiving of the shipped line.
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Path SHIPPED = Path.of("../routing-config/tables");
  private static final Texts TEXTS =
      ((org.havenline.translations.Reading.Sound) Texts.shipped()).texts();

  /// The second number of the shipped line stands for a sub-line.
  private static final String CHILDREN = "        channels: [sms]\n        sub-line: children\n";

  @TempDir private Path folder;

  @BeforeEach
  void copyShippedTables() throws IOException {
    try (var files = Files.list(SHIPPED)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void nothingIsWrongWithTheShippedTables() {
    var proof = Proof.of(tables(), NOW);

    System.out.printf("%,d pairs of a kind of contact and a moment%n", proof.pairs());
    assertThat(proof.findings()).isEmpty();
    assertThat(proof.pairs()).isGreaterThan(10_000);
  }

  static Stream<Escalation> escalations() {
    return ((Reading.Sound) RoutingTables.shipped(TEXTS.keys())).tables().escalations().stream();
  }

  @ParameterizedTest
  @MethodSource("escalations")
  void takingAwayAFinalStepLetsSomebodyFallThrough(Escalation whole) {
    var shorter = new Escalation(whole.id(), whole.steps().subList(0, whole.steps().size() - 1));
    var proof = Proof.of(with(tables(), whole, shorter), NOW);

    assertThat(proof.findings())
        .as("escalation " + whole.id())
        .singleElement()
        .asString()
        .contains("plans.yaml:", "somebody falls through: a contact by sms, in English")
        .contains("at the end of escalation '" + whole.id() + "'");
  }

  @Test
  void rulesAboutTheHourAndTheDayAreNoFault() throws IOException {
    plant("when: minor\n", "when: (clock >= 2100 || clock < 600) && weekday >= FRI\n");

    assertThat(Proof.of(tables(), NOW).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prs | responders.yaml | languages: {es: native, en: fluent} | languages: {es: native, fa: fluent}
          ti  | plans.yaml      | queues:                             | interpreters: [{id: a, name: A, number: '+12025550198', languages: {ti: native}}]\\nqueues:
          """)
  void languageUnderstoodThroughAnotherOrInterpretedIsNoFault(
      String offered, String file, String sound, String planted) throws IOException {
    plant("lines.yaml", "[en, es,", "[en, " + offered + ", es,");
    assertThat(Proof.of(tables(), NOW).findings()).as("as it is").hasSize(1);

    plant(file, sound, planted.replace("\\n", "\n"));
    assertThat(Proof.of(tables(), NOW).findings()).isEmpty();
  }

  @Test
  void hourOfARuleIsNotSteppedOver() throws IOException {
    plant("escalation: urgent", "escalation: patient");
    plant("when: minor\n", "when: clock >= 2115 && clock < 2117 && weekday == SUN\n");
    plant(
        "head-start: {immediate: 60m, high: 20m, elevated: 10m, standard: 5m}\n"
            + "        offer-timeout: 30s\n        escalation: patient",
        "head-start: {immediate: 60m, high: 20m, elevated: 10m, standard: 5m}\n"
            + "        offer-timeout: 30s\n        escalation: urgent");
    var urgent = tables().escalation("urgent");
    var shorter = new Escalation("urgent", urgent.steps().subList(0, urgent.steps().size() - 1));

    assertThat(Proof.of(with(tables(), urgent, shorter), NOW).findings())
        .singleElement()
        .asString()
        .contains("Sunday 29 November 2026, 21:15 (America/New_York)", "rule 'minor'");
  }

  @Test
  void nobodyMayFallThroughInAModeThatAnAdministratorCanSwitchOn() throws IOException {
    plant("escalation: urgent", "escalation: patient");
    plant("when: minor\n", "when: mode == DISASTER\n");
    plant(
        "offer-timeout: 30s\n        escalation: patient\n\n      - id: language-unknown",
        "offer-timeout: 30s\n        escalation: urgent\n\n      - id: language-unknown");
    assertThat(Proof.of(tables(), NOW).falls()).isEmpty();
    var urgent = tables().escalation("urgent");
    var shorter = new Escalation("urgent", urgent.steps().subList(0, urgent.steps().size() - 1));

    assertThat(Proof.of(with(tables(), urgent, shorter), NOW).falls())
        .singleElement()
        .asString()
        .contains("in mode DISASTER", "rule 'minor'");
  }

  @Test
  void counterexampleNamesTheSubLineThatAloneFallsThrough() throws IOException {
    plant("escalation: urgent", "escalation: patient");
    plant("lines.yaml", "        channels: [sms]\n", CHILDREN);
    plant("when: minor\n", "when: subline == \"children\"\n");
    plant(
        "offer-timeout: 30s\n        escalation: patient\n\n      - id: language-unknown",
        "offer-timeout: 30s\n        escalation: urgent\n\n      - id: language-unknown");
    assertThat(Proof.of(tables(), NOW).findings()).isEmpty();
    var urgent = tables().escalation("urgent");
    var shorter = new Escalation("urgent", urgent.steps().subList(0, urgent.steps().size() - 1));

    assertThat(Proof.of(with(tables(), urgent, shorter), NOW).falls())
        .singleElement()
        .asString()
        .contains(
            "a contact by sms, in English, by the number of sub-line 'children', risk STANDARD",
            "is taken by rule 'minor'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          subline == "childern"
          subline == "children" && channel == WHATSAPP
          subline == "children" && channel == WEBCHAT
          """)
  void subLineThatNoNumberOfTheChannelHasNeverMatches(String condition) throws IOException {
    plant("lines.yaml", "        channels: [sms]\n", CHILDREN);
    plant("when: minor\n", "when: " + condition + "\n");

    assertThat(Proof.of(tables(), NOW).findings())
        .anySatisfy(finding ->
            assertThat(finding.toString()).contains("plans.yaml:", "rule 'minor' can never match"));
  }

  private void plant(String sound, String planted) throws IOException {
    plant("plans.yaml", sound, planted);
  }

  private void plant(String file, String sound, String planted) throws IOException {
    var text = Files.readString(folder.resolve(file));
    assertThat(text).contains(sound);
    Files.writeString(folder.resolve(file), text.replace(sound, planted));
  }

  /// A file, what stands in it, what is put there instead, and what must be found.
  static Stream<Arguments> faults() {
    return Stream.of(
        // rules that never match: contradictions, and values that nothing has
        fault("when: risk == IMMEDIATE", "when: risk == IMMEDIATE && risk < HIGH", "never match"),
        fault("when: risk == IMMEDIATE", "when: risk > IMMEDIATE", "'danger' can never match"),
        fault("when: risk == IMMEDIATE", "when: minor && \"!minor\" == \"\"", "never match"),
        fault("when: minor\n", "when: minor && channel == HIGH\n", "'minor' can never match"),
        fault("when: minor\n", "when: confidence > 1.0\n", "'minor' can never match"),
        fault("when: minor\n", "when: confidence < 0.3 && confidence > 0.6\n", "never match"),
        fault("when: minor\n", "when: language == \"es\" && language == \"fr\"\n", "never match"),
        fault("when: minor\n", "when: channel == VOICE\n", "'minor' can never match"),
        fault("when: minor\n", "when: country == \"MX\" && country == \"US\"\n", "never match"),
        fault("when: minor\n", "when: WOMAN in wishes && wishes == []\n", "never match"),
        fault("when: minor\n", "when: clock >= 2100 && clock < 600\n", "never match"),
        fault("when: minor\n", "when: weekday == SAT && weekday == SUN\n", "never match"),
        fault("when: minor\n", "when: clock >= 2400\n", "'minor' can never match"),
        fault("when: minor\n", "when: holiday == \"chrismas\"\n", "'minor' can never match"),
        fault("when: minor\n", "when: risk == HIGH && \"a\" == \"b\"\n", "'minor' can never match"),
        // rules in the shadow of others
        fault("when: risk == IMMEDIATE", "when: risk >= STANDARD", "'minor' can never decide"),
        fault("when: minor\n", "when: risk == IMMEDIATE && minor\n", "taken before by 'danger'"),
        fault("when: minor\n", "when: risk == IMMEDIATE\n", "'minor' can never decide"),
        fault("when: minor\n", "when: minor || risk < IMMEDIATE\n", "'high-risk' can never decide"),
        fault("when: risk >= HIGH\n", "when: risk == IMMEDIATE\n", "'high-risk' can never decide"),
        fault("when: risk >= HIGH\n", "when: confidence < 0.5\n", "'high-risk' can never decide"),
        fault("when: risk >= HIGH\n", "when: language == \"und\" && minor\n", "never decide"),
        fault("when: risk >= HIGH\n", "when: minor && risk == HIGH\n", "taken before by"),
        // steps and names that change nothing
        fault(
            "offer: {language: any, skills: any}",
            "offer: {language: any-level, skills: any}",
            "asks nobody who was"),
        fault("        queue: minors", "        queue: urgent", "no rule leads to queue 'minors'"),
        fault("queue: everyday\n", "queue: urgent\n", "no rule leads to queue 'everyday'"),
        fault("escalation: urgent", "escalation: patient", "no rule leads to escalation 'urgent'"),
        fault(
            "queue: language-unknown\n        language",
            "queue: everyday\n        language",
            "no rule leads to queue 'language-unknown'"),
        // what nobody on shift can do
        in("lines.yaml", "[en, es, fr,", "[en, es, ja, fr,", "offers Japanese, which nobody"),
        in("lines.yaml", "[en, es, fr,", "[en, ti, es, fr,", "offers Tigrinya, which nobody"),
        in("lines.yaml", "[en, es, fr,", "[en, es, vi, fr,", "offers Vietnamese, which nobody"),
        in("responders.yaml", "uk: native, ru: fluent", "pl: native", "offers Ukrainian, which"),
        in("responders.yaml", "uk: native, ru: fluent", "uk: native", "offers Russian, which"),
        in(
            "shifts.yaml",
            "who: [nadia, oksana]",
            "who: [nadia]",
            "offers Ukrainian, which nobody"));
  }

  @ParameterizedTest(name = "{3}: {2}")
  @MethodSource("faults")
  void plantedFaultIsFound(String file, String sound, String planted, String expected)
      throws IOException {
    plant(file, sound, planted);

    assertThat(Proof.of(tables(), NOW).findings())
        .anySatisfy(finding -> assertThat(finding.toString()).contains(expected))
        .allSatisfy(finding -> assertThat(finding.line()).isPositive());
  }

  private static Arguments fault(String sound, String planted, String expected) {
    return in("plans.yaml", sound, planted, expected);
  }

  private static Arguments in(String file, String sound, String planted, String expected) {
    return Arguments.of(file, sound, planted, expected);
  }

  private RoutingTables tables() {
    var reading = RoutingTables.read(folder, TEXTS.keys());
    assertThat(reading).isInstanceOf(Reading.Sound.class);
    return ((Reading.Sound) reading).tables();
  }

  static RoutingTables with(RoutingTables all, Escalation old, Escalation other) {
    List<Escalation> escalations =
        all.escalations().stream().map(one -> one.equals(old) ? other : one).toList();
    return new RoutingTables(
        all.lines(),
        all.queues(),
        all.plans(),
        escalations,
        all.skills(),
        all.responders(),
        all.onCall(),
        all.roster(),
        all.holidays(),
        all.hours(),
        all.interpreters(),
        all.partners(),
        all.understanding(),
        all.communities(),
        all.publishing(),
        all.places());
  }
}
