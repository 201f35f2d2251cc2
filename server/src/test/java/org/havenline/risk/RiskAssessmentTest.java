package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.havenline.routingconfig.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskAssessmentTest {
  private static final RiskAssessment BOTH =
      new RiskAssessment(
          RiskLevel.IMMEDIATE,
          List.of(
              signal("en.kill-me", "threats", RiskLevel.IMMEDIATE, new Span(3, 7), new Span(8, 10)),
              signal("ar-Latn.x", "help-now", RiskLevel.HIGH)));

  @Test
  void comesBackFromItsLine() {
    assertThat(BOTH.encode())
        .isEqualTo("IMMEDIATE en.kill-me=threats/IMMEDIATE@3-7+8-10+ ar-Latn.x=help-now/HIGH@");
    assertThat(RiskAssessment.parse(BOTH.encode())).isEqualTo(BOTH);
    assertThat(RiskAssessment.parse("STANDARD")).isEqualTo(RiskAssessment.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "URGENT", "HIGH en.a", "HIGH en.a=b/HIGH@x", "HIGH en.a=b/HIGH@7-3", "HIGH  "})
  void refusesWhatItDidNotWrite(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> RiskAssessment.parse(line));
  }

  @Test
  void levelRisesAndNeverFalls() {
    RiskAssessment calm = new RiskAssessment(RiskLevel.ELEVATED, List.of());

    assertThat(BOTH.and(calm)).isEqualTo(BOTH);
    assertThat(calm.and(BOTH)).isEqualTo(BOTH);
    assertThat(RiskAssessment.none().and(calm)).isEqualTo(calm);
  }

  @Test
  void namesARuleOnceWhereItWasFoundFirst() {
    Signal again = signal("en.kill-me", "threats", RiskLevel.IMMEDIATE, new Span(0, 1));

    assertThat(BOTH.and(new RiskAssessment(RiskLevel.IMMEDIATE, List.of(again)))).isEqualTo(BOTH);
  }

  private static Signal signal(String id, String code, RiskLevel level, Span... words) {
    return new Signal(id, code, level, List.of(words));
  }
}
