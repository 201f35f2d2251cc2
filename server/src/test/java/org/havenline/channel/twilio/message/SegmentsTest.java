package org.havenline.channel.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {
  private static int count(String text) {
    return Segments.of(text).count();
  }

  @Test
  void gsmTextsTake160AloneAnd153InParts() {
    assertThat(count("")).isEqualTo(1);
    assertThat(count("a".repeat(160))).isEqualTo(1);
    assertThat(count("a".repeat(161))).isEqualTo(2);
    assertThat(count("a".repeat(306))).isEqualTo(2);
    assertThat(count("a".repeat(307))).isEqualTo(3);
    assertThat(Segments.of("éèñ¿ Ω\n").gsm()).isTrue();
  }

  @Test
  void charactersOfTheExtensionTakeTwo() {
    assertThat(Segments.of("€{}").units()).isEqualTo(6);
    assertThat(count("€".repeat(80))).isEqualTo(1);
    assertThat(count("€".repeat(81))).isEqualTo(2);
  }

  @Test
  void anEscapePairIsNotCut() {
    // 152 and a pair do not fit in 153, so each part takes 76 pairs
    assertThat(count("€".repeat(152))).isEqualTo(2);
    assertThat(count("€".repeat(153))).isEqualTo(3);
  }

  @Test
  void oneOtherCharacterTurnsTheTextToUcs2() {
    for (var text : new String[] {"Ми тут", "مرحبا", "ç", "`", "“"}) {
      assertThat(Segments.of(text).gsm()).as(text).isFalse();
    }
    assertThat(count("ж".repeat(70))).isEqualTo(1);
    assertThat(count("ж".repeat(71))).isEqualTo(2);
    assertThat(count("ж".repeat(134))).isEqualTo(2);
    assertThat(count("ж".repeat(135))).isEqualTo(3);
  }

  @Test
  void aSurrogatePairTakesTwoAndIsNotCut() {
    assertThat(Segments.of("😀").units()).isEqualTo(2);
    assertThat(count("😀".repeat(35))).isEqualTo(1);
    assertThat(count("😀".repeat(66))).isEqualTo(2);
    assertThat(count("😀".repeat(67))).isEqualTo(3);
  }
}
