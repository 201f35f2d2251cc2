package org.havenline.translations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Limits of GSM 03.38 and UCS-2 texts.
class SegmentsTest {

  @Test
  void latinTextFitsOneHundredAndSixty() {
    assertThat(Segments.of("a".repeat(160))).isEqualTo(1);
    assertThat(Segments.of("a".repeat(161))).isEqualTo(2);
    assertThat(Segments.of("é".repeat(160))).isEqualTo(1);
  }

  @Test
  void euroSignAndBracketsCountTwice() {
    assertThat(Segments.of("€".repeat(80))).isEqualTo(1);
    assertThat(Segments.of("€".repeat(80) + "a")).isEqualTo(2);
  }

  @Test
  void oneOtherLetterLeavesSeventy() {
    assertThat(Segments.of("í" + "a".repeat(69))).isEqualTo(1);
    assertThat(Segments.of("í" + "a".repeat(70))).isEqualTo(2);
    assertThat(Segments.of("ж".repeat(134))).isEqualTo(2);
    assertThat(Segments.of("ж".repeat(135))).isEqualTo(3);
    assertThat(Segments.of("😀".repeat(35))).isEqualTo(1);
    assertThat(Segments.of("😀".repeat(36))).isEqualTo(2);
  }
}
