package org.havenline.routingconfig.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // an ordinary day
    "Europe/Paris, 2026-06-01T09:00, 2026-06-01T09:00+02:00",
    // skipped: the moment of the skip, whatever time is asked for
    "Europe/Paris, 2026-03-29T01:59, 2026-03-29T01:59+01:00",
    "Europe/Paris, 2026-03-29T02:00, 2026-03-29T03:00+02:00",
    "Europe/Paris, 2026-03-29T02:30, 2026-03-29T03:00+02:00",
    "Europe/Paris, 2026-03-29T02:59, 2026-03-29T03:00+02:00",
    "Europe/Paris, 2026-03-29T03:00, 2026-03-29T03:00+02:00",
    // twice: the first
    "Europe/Paris, 2026-10-25T01:59, 2026-10-25T01:59+02:00",
    "Europe/Paris, 2026-10-25T02:00, 2026-10-25T02:00+02:00",
    "Europe/Paris, 2026-10-25T02:30, 2026-10-25T02:30+02:00",
    "Europe/Paris, 2026-10-25T03:00, 2026-10-25T03:00+01:00",
    "America/New_York, 2026-03-08T02:30, 2026-03-08T03:00-04:00",
    "America/New_York, 2026-11-01T01:30, 2026-11-01T01:30-04:00",
    "America/New_York, 2026-11-01T02:00, 2026-11-01T02:00-05:00",
    // half an hour only
    "Australia/Lord_Howe, 2026-10-04T02:15, 2026-10-04T02:30+11:00",
    "Australia/Lord_Howe, 2026-04-05T01:45, 2026-04-05T01:45+11:00",
    // at midnight: the day has none, or two
    "Africa/Cairo, 2026-04-24T00:00, 2026-04-24T01:00+03:00",
    "America/Havana, 2026-11-01T00:30, 2026-11-01T00:30-04:00",
    "America/Santiago, 2026-09-06T00:00, 2026-09-06T01:00-03:00",
    // a whole day that never was
    "Pacific/Apia, 2011-12-30T12:00, 2011-12-31T00:00+14:00",
    // the ends of the earth
    "Pacific/Kiritimati, 2026-01-01T00:00, 2026-01-01T00:00+14:00",
    "Etc/GMT+12, 2026-01-01T00:00, 2026-01-01T00:00-12:00"
  })
  void timeOfTheClockIsTheFirstMomentThatShowsItOrALaterOne(
      ZoneId zone, LocalDateTime shown, OffsetDateTime moment) {
    assertThat(WallClock.first(shown, zone)).isEqualTo(moment.toInstant());
  }
}
