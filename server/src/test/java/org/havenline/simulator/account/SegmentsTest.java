package org.havenline.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SegmentsTest {
  @ParameterizedTest
  @CsvSource({
    "a, 0, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "€, 80, 1",
    "€, 81, 2",
    "€, 152, 2",
    "€, 153, 3",
    "ش, 70, 1",
    "ش, 71, 2",
    "ش, 134, 2",
    "ش, 135, 3",
    "😀, 35, 1",
    "😀, 36, 2",
    "😀, 66, 2",
    "😀, 67, 3",
  })
  void cutsAsTheAirDoes(String sign, int times, int parts) {
    assertThat(Segments.of(sign.repeat(times))).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource({"ñ, 160, 1", "ç, 71, 2", "Ç, 160, 1", "á, 71, 2", "`, 71, 2", "'\n', 160, 1"})
  void knowsWhichLettersTheGsmAlphabetHas(String sign, int times, int parts) {
    assertThat(Segments.of(sign.repeat(times))).isEqualTo(parts);
  }
}
