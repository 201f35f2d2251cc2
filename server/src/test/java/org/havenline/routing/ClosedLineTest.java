package org.havenline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.plan.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of contacts that arrive when a line is closed.
class ClosedLineTest {
  /// Line in New York; the office closes at 18:00.
  private static final String TABLES =
      """
      lines:
        - id: day
          name: Day line
          numbers: [{number: "+15005550006", channels: [sms]}]
          languages: [en]
          country: US
          time-zone: America/New_York
          plan: by-day
          hours: office
      holidays:
        - id: us
          days: [{id: christmas, name: Christmas, date: 12-25, text: closedChristmas}]
      hours:
        - id: office
          holidays: [us]
          week: {mon-fri: ["08:00-18:00"], sat-sun: closed}
      queues: [{id: all, name: All}]
      plans:
        - id: by-day
          rules:
            - id: closed
              when: "!open && risk < HIGH"
              queue: all
              language: any
              head-start: {immediate: 0s, high: 0s, elevated: 0s, standard: 0s}
              offer-timeout: 20s
              escalation: night
            - id: everyone
              queue: all
              language: any
              head-start: {immediate: 0s, high: 0s, elevated: 0s, standard: 0s}
              offer-timeout: 20s
              escalation: day
      escalations:
        - {id: night, steps: [{after: 0s, tell: closed}, {after: 14h, page: boss}]}
        - {id: day, steps: [{after: 1m, tell: waiting}, {after: 5m, page: boss}]}
      on-call: [{id: boss, numbers: ["+12025550199"]}]
      """;

  @TempDir private Path folder;

  private RoutingPlan plan;

  @BeforeEach
  void readTables() throws IOException {
    Files.writeString(folder.resolve("all.yaml"), TABLES);
    plan =
        switch (RoutingTables.read(folder, Set.of("waiting", "closed", "closedChristmas"))) {
          case Reading.Sound(var tables) -> RoutingPlan.of(tables, "day");
          case Reading.Faulty(var findings) -> throw new AssertionError(findings);
        };
  }

  @Test
  void atSixTheDayIsOver() {
    assertThat(rule(RiskLevel.STANDARD, "2026-11-24T22:59:59Z")).isEqualTo("everyone");
    assertThat(rule(RiskLevel.STANDARD, "2026-11-24T23:00:00Z")).isEqualTo("closed");
  }

  @Test
  void dangerFindsTheLineOpenAtAnyHour() {
    assertThat(rule(RiskLevel.HIGH, "2026-11-25T04:00:00Z")).isEqualTo("everyone");
  }

  @Test
  void personIsToldThatTheLineIsClosedAndOnAHolidayByItsOwnText() {
    assertThat(firstStep("2026-11-25T04:00:00Z")).isEqualTo(new Step.Tell("closed"));
    assertThat(firstStep("2026-12-25T15:00:00Z")).isEqualTo(new Step.Tell("closedChristmas"));
  }

  @Test
  void staffReadThatItWasClosedAndWhy() {
    var arrived = Instant.parse("2026-12-25T15:00:00Z");
    assertThat(plan.decide(Contacts.adult("en", RiskLevel.STANDARD), arrived).reasons())
        .contains("the line is closed, Christmas");
  }

  private String rule(RiskLevel risk, String arrived) {
    return plan.decide(Contacts.adult("en", risk), Instant.parse(arrived)).rule().value();
  }

  private Step.Action firstStep(String arrived) {
    var decision = plan.decide(Contacts.adult("en", RiskLevel.STANDARD), Instant.parse(arrived));
    return decision.steps().stream().map(DueStep::does).findFirst().orElseThrow();
  }
}
