package org.havenline.routingconfig.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  @ParameterizedTest(name = "{0} to {1} at {2}: {3}")
  @CsvSource({
    "08:00, 20:00, 2026-01-10T06:59:59Z, false",
    "08:00, 20:00, 2026-01-10T07:00:00Z, true",
    "08:00, 20:00, 2026-01-10T18:59:59Z, true",
    "08:00, 20:00, 2026-01-10T19:00:00Z, false",
    "20:00, 06:00, 2026-01-10T18:59:59Z, false",
    "20:00, 06:00, 2026-01-10T23:30:00Z, true",
    "20:00, 06:00, 2026-01-11T04:59:59Z, true",
    "20:00, 06:00, 2026-01-11T05:00:00Z, false",
    "08:00, 20:00, 2026-07-10T06:00:00Z, true",
    "00:00, 00:00, 2026-07-10T22:00:00Z, true"
  })
  void momentIsInOrNot(LocalTime from, LocalTime to, Instant moment, boolean in) {
    assertThat(new Hours(from, to, ZoneId.of("Europe/Berlin")).contain(moment)).isEqualTo(in);
  }
}
