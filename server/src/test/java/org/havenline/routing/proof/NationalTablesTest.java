package org.havenline.routing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is proven of the complete example in `routing-config/national`.
class NationalTablesTest {
  /// A Tuesday; the coming 14 days hold Thanksgiving and one week of each night team.
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Texts TEXTS =
      ((org.havenline.translations.Reading.Sound) Texts.shipped()).texts();

  private final RoutingTables tables = national();

  private static RoutingTables national() {
    var reading =
        RoutingTables.check(
            Path.of("../routing-config/national"), TEXTS.keys(), LocalDate.of(2026, 11, 24));
    assertThat(reading).isInstanceOf(Reading.Sound.class);
    return ((Reading.Sound) reading).tables();
  }

  @Test
  void nothingIsWrongAndNobodyFallsThrough() {
    var begin = System.nanoTime();
    var proof = Proof.of(tables, NOW);

    System.out.printf(
        "national: %,d pairs of a kind of contact and a moment in %d ms%n",
        proof.pairs(), Duration.ofNanos(System.nanoTime() - begin).toMillis());
    assertThat(proof.findings()).isEmpty();
    assertThat(proof.pairs()).isGreaterThan(1_000_000);
  }

  static Stream<Escalation> escalations() {
    return national().escalations().stream();
  }

  @ParameterizedTest
  @MethodSource("escalations")
  void takingAwayAFinalStepLetsSomebodyFallThrough(Escalation whole) {
    var shorter = new Escalation(whole.id(), whole.steps().subList(0, whole.steps().size() - 1));
    var proof = Proof.of(ProofTest.with(tables, whole, shorter), NOW);

    assertThat(proof.falls())
        .as("escalation " + whole.id())
        .singleElement()
        .asString()
        .contains("plans.yaml:", "somebody falls through: a contact by ", "on line 'national'")
        .contains("at the end of escalation '" + whole.id() + "'");
  }

  @Test
  void everyOfferedLanguageIsSpokenInterpretedOrTakenByAPartnerDayAndNight() {
    var silent = new ArrayList<String>();
    var withoutInterpreters = new ArrayList<String>();
    for (var language : tables.lines().getFirst().languages()) {
      for (int hour = 0; hour < 14 * 24; hour++) {
        var at = NOW.plus(Duration.ofHours(hour)).plusSeconds(1);
        boolean helped = spoken(language, at) || takenByPartner(language, at);
        if (!helped && !interpreted(language, at)) {
          silent.add(language + " " + at);
        }
        if (!helped) {
          withoutInterpreters.add(language);
        }
      }
    }
    assertThat(silent).isEmpty();
    // the look at them is not blind
    assertThat(withoutInterpreters).contains("am", "vi").doesNotContain("en");
  }

  private boolean spoken(String language, Instant at) {
    return tables.roster().onShift(at).stream()
        .flatMap(id -> tables.responder(id).stream())
        .anyMatch(one -> atWork(one.languages().entrySet().stream(), language));
  }

  private boolean interpreted(String language, Instant at) {
    return tables.interpreters().stream()
        .filter(one -> one.hours().contain(at))
        .anyMatch(one -> atWork(one.languages().entrySet().stream(), language));
  }

  private boolean takenByPartner(String language, Instant at) {
    return tables.partners().stream().anyMatch(one -> one.takes(Channel.SMS, language, at));
  }

  private static boolean atWork(
      Stream<java.util.Map.Entry<String, LanguageLevel>> levels, String language) {
    return levels.anyMatch(one ->
        LanguageGraph.same(one.getKey(), language)
            && one.getValue().atLeast(LanguageLevel.WORKING));
  }

  @Test
  void twoPeopleWorkEveryNight() {
    for (int day = 0; day < 14; day++) {
      var threeInTheMorning = Instant.parse("2026-11-25T08:00:00Z").plus(Duration.ofDays(day));
      assertThat(List.copyOf(tables.roster().onShift(threeInTheMorning))).hasSize(2);
    }
  }
}
