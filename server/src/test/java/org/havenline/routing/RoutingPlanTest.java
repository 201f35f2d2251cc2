package org.havenline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.NoSuchElementException;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.plan.Step;
import org.junit.jupiter.api.Test;

/// Reasons, steps and relaxations of a decision.
class RoutingPlanTest {
  private static final RoutingPlan PLAN = RoutingPlan.of(Contacts.tables(), "demo");

  @Test
  void decisionSaysWhyAndWhichRulesDidNotMatch() {
    assertThat(PLAN.decide(Contacts.adult("es", RiskLevel.HIGH), Contacts.NOON).reasons())
        .containsExactly(
            "rule high-risk matches: risk >= HIGH",
            "needs Spanish (working or better)",
            "rule danger does not match: risk == IMMEDIATE",
            "rule minor does not match: minor",
            "rule language-unknown does not match: language == \"und\" || confidence < 0.6");
  }

  @Test
  void unknownLanguageNeverWaitsForASpeaker() {
    var decision = PLAN.decide(Contacts.adult("und", RiskLevel.IMMEDIATE), Contacts.NOON);
    assertThat(decision.requirement().languages()).isEmpty();
    assertThat(decision.reasons()).contains("her language is not known, so anyone may answer");
  }

  @Test
  void stepsComeDueAtTheirMomentAfterArrival() {
    var decision = PLAN.decide(Contacts.adult("es", RiskLevel.STANDARD), Contacts.NOON);
    assertThat(decision.steps().getFirst())
        .isEqualTo(new DueStep(Contacts.NOON.plusSeconds(60), new Step.Tell("waiting")));
    assertThat(decision.stepsDue(Contacts.NOON.plusSeconds(59))).isZero();
    assertThat(decision.stepsDue(Contacts.NOON.plusSeconds(60))).isEqualTo(1);
    assertThat(decision.stepsDue(Contacts.NOON.plus(Duration.ofDays(1))))
        .isEqualTo(decision.steps().size());
  }

  @Test
  void requirementIsRelaxedStepByStepAndAtLastIsAnyone() {
    var decision = PLAN.decide(Contacts.adult("es", RiskLevel.IMMEDIATE), Contacts.NOON);
    assertThat(decision.requirementAt(0))
        .hasToString("Spanish (working or better), trained: crisis");
    assertThat(decision.requirementAt(1)).hasToString("Spanish (basic or better), trained: crisis");
    assertThat(decision.requirementAt(2)).hasToString("Spanish (basic or better)");
    assertThat(decision.requirementAt(4)).hasToString("Spanish (basic or better)");
    assertThat(decision.requirementAt(5)).hasToString("any language");
    assertThat(decision.requirementAt(99)).hasToString("any language");
  }

  @Test
  void lineThatIsNotInTheTableIsRefused() {
    assertThatThrownBy(() -> RoutingPlan.of(Contacts.tables(), "none"))
        .isInstanceOf(NoSuchElementException.class);
  }
}
