package org.havenline.referral.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.havenline.referral.hours.OpenState.Closed;
import org.havenline.referral.hours.OpenState.NotSaid;
import org.havenline.referral.hours.OpenState.Open;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Each row of `open-hours.csv`: a service's schedules, a moment on the clock there, and what a
/// person standing at the door would find.
class OpenHoursTest {
  @ParameterizedTest(name = "{0}: {3}")
  @CsvFileSource(resources = "open-hours.csv", delimiter = '|', useHeadersInDisplayName = true)
  void doorIsFoundAsWritten(String what, String schedules, String zone, String at, String found) {
    ZoneId there = ZoneId.of(zone);
    OpenHours hours = OpenHours.of(Written.schedules(schedules == null ? "" : schedules, there));

    assertThat(said(hours.at(moment(at, there)), there)).as(what).isEqualTo(found);
  }

  /// A time on the clock, or an instant where a clock shows it twice.
  private static Instant moment(String at, ZoneId zone) {
    return at.endsWith("Z") ? Instant.parse(at) : LocalDateTime.parse(at).atZone(zone).toInstant();
  }

  private static String said(OpenState state, ZoneId zone) {
    return switch (state) {
      case Open(var until) -> "open" + until.map(end -> " until " + local(end, zone)).orElse("");
      case Closed(var opens) -> "closed" + opens.map(at -> " until " + local(at, zone)).orElse("");
      case NotSaid() -> "not said";
    };
  }

  private static String local(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone).toString();
  }
}
