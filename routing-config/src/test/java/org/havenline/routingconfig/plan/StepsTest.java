package org.havenline.routingconfig.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What steps may do, and how an escalation may end.
class StepsTest {
  private static final Set<String> TEXTS = Set.of("waiting", "partner", "callBack");
  private static final String TABLE =
      """
      lines:
        - {id: a, name: A, numbers: [], languages: [en], country: US, time-zone: UTC, plan: p}
      queues: [{id: q, name: Q}]
      plans:
        - id: p
          rules:
            - id: r
              queue: q
              language: contact
              head-start: {immediate: 0s, high: 0s, elevated: 0s, standard: 0s}
              offer-timeout: 30s
              escalation: e
      on-call: [{id: boss, numbers: ["+12025550199"]}]
      interpreters:
        - id: almaz
          name: Almaz
          number: "+12025550198"
          languages: {ti: native}
          hours: {from: "20:00", to: "06:00", time-zone: Europe/Berlin}
      partners:
        - id: abroad
          name: A line abroad
          languages: [uk]
          channels: [sms]
          phone: "+380443932000"
          url: https://example.org/
      escalations:
        - id: e
          steps:
      """;

  @TempDir private Path folder;

  @Test
  void everyActionIsRead() throws IOException {
    assertThat(
            steps(
                "after: 20s, offer: {ask: 10}",
                "after: 30s, interpreter: fluent",
                "after: 60s, tell: waiting",
                "after: 2m, page: {on-call: boss, by: [sms]}",
                "after: 5m, partner: {line: abroad, tell: partner}",
                "after: 9m, call-back: {within: 4h, page: boss}"))
        .extracting(Step::does)
        .containsExactly(
            new Step.Offer(
                Step.Language.REQUIRED,
                Step.Skills.REQUIRED,
                Step.Breaks.REQUIRED,
                Optional.empty(),
                10),
            new Step.Interpreter(LanguageLevel.FLUENT),
            new Step.Tell("waiting"),
            new Step.Page("boss"),
            new Step.Partner("abroad", Optional.of("partner")),
            new Step.CallBack(Duration.ofHours(4), "boss", Optional.empty()));
  }

  @Test
  void escalationMayNotEndInATextToHer() throws IOException {
    assertThat(findings("after: 2m, page: boss", "after: 9m, tell: waiting"))
        .singleElement()
        .asString()
        .contains("ends in a text to her");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          after: 9m, page: boss                                                | -
          after: 9m, partner: {line: abroad, tell: partner}                    | -
          after: 9m, call-back: {within: 1h, page: boss}                       | -
          after: 9m, partner: abroad                                           | partner of whom the person is not told
          after: 9m, interpreter: basic                                        | ends in an offer that may find nobody
          after: 9m, 'offer: {language: any}'                                  | ends in an offer that may find nobody
          """)
  void escalationMayEndInAPageAPartnerOrAPromise(String last, String fault) throws IOException {
    var findings =
        findings("after: 60s, tell: waiting", "after: 2m, page: boss", last.replace("'", ""));
    if (fault.equals("-")) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings).singleElement().asString().contains(fault);
    }
  }

  @Test
  void promiseAloneIsEnoughSincePeopleOnCallHearOfIt() throws IOException {
    assertThat(findings("after: 60s, call-back: {within: 1h, page: boss, tell: callBack}"))
        .isEmpty();
    assertThat(findings("after: 60s, partner: {line: abroad, tell: partner}"))
        .singleElement()
        .asString()
        .contains("pages nobody");
  }

  @Test
  void threeAutomaticTextsAreAFinding() throws IOException {
    assertThat(
            findings(
                "after: 60s, tell: waiting",
                "after: 2m, partner: {line: abroad, tell: partner}",
                "after: 9m, call-back: {within: 1h, page: boss, tell: callBack}"))
        .singleElement()
        .asString()
        .contains("has 3 automatic texts");
  }

  @Test
  void textWithAPlaceForANumberIsOnlyForAPartner() throws IOException {
    assertThat(findings("after: 60s, tell: partner", "after: 2m, page: boss"))
        .singleElement()
        .asString()
        .contains("has a place for a partner's number");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          from: "20:00"           | from: "8 pm"              | not a time of the clock
          from: "20:00"           | from: "24:00"             | not a time of the clock
          Europe/Berlin           | Europe/Brlin              | time zone is not known
          languages: {ti: native} | languages: {}             | speaks nothing
          channels: [sms]         | channels: []              | takes nobody over
          phone: "+380443932000"  | phone: "112"              | not a telephone number
          https://example.org/    | http://example.org/       | not an address of the web
          """)
  void faultsOfInterpretersAndPartnersAreFound(String sound, String broken, String fault)
      throws IOException {
    var table = TABLE.replace(sound, broken);
    assertThat(table).isNotEqualTo(TABLE);
    assertThat(findingsOf(table, "after: 60s, tell: waiting", "after: 2m, page: boss"))
        .anySatisfy(finding -> {
          assertThat(finding.fault()).contains(fault);
          assertThat(finding.line()).isPositive();
        });
  }

  private List<Step> steps(String... steps) throws IOException {
    return switch (read(TABLE, steps)) {
      case Reading.Sound(var tables) -> tables.escalation("e").steps();
      case Reading.Faulty(var findings) -> throw new AssertionError(findings);
    };
  }

  private List<Finding> findings(String... steps) throws IOException {
    return findingsOf(TABLE, steps);
  }

  private List<Finding> findingsOf(String table, String... steps) throws IOException {
    return switch (read(table, steps)) {
      case Reading.Sound _ -> List.of();
      case Reading.Faulty(var findings) -> findings;
    };
  }

  private Reading read(String table, String... steps) throws IOException {
    var text = new StringBuilder(table);
    for (var step : steps) {
      text.append("      - {").append(step).append("}\n");
    }
    Files.writeString(folder.resolve("all.yaml"), text);
    return RoutingTables.read(folder, TEXTS);
  }
}
