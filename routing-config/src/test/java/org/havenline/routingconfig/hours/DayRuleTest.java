package org.havenline.routingconfig.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.havenline.routingconfig.hours.days.Easter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Easter in years that are easily got wrong: the earliest, the latest, the exceptions of the
/// computus, both churches on one day.
class DayRuleTest {
  @ParameterizedTest
  @CsvSource({
    "1818-03-22, 1818-04-26",
    "1943-04-25, 1943-04-25",
    "1954-04-18, 1954-04-25",
    "1981-04-19, 1981-04-26",
    "2008-03-23, 2008-04-27",
    "2024-03-31, 2024-05-05",
    "2025-04-20, 2025-04-20",
    "2026-04-05, 2026-04-12",
    "2027-03-28, 2027-05-02",
    "2038-04-25, 2038-04-25",
    "2049-04-18, 2049-04-25",
    "2076-04-19, 2076-04-26"
  })
  void easterFallsAsTheChurchesSay(LocalDate western, LocalDate orthodox) {
    assertThat(Easter.WESTERN.sunday(western.getYear())).isEqualTo(western);
    assertThat(Easter.ORTHODOX.sunday(orthodox.getYear())).isEqualTo(orthodox);
  }
}
