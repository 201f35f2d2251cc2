package org.havenline.referral.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.havenline.referral.directory.Schedule;

/// Schedules in one line: `FREQ=WEEKLY;BYDAY=MO 09:00-17:00 from=2026-01-05 + closed
/// on=2026-12-25`.
final class Written {
  private Written() {}

  static List<Schedule> schedules(String line, ZoneId zone) {
    return line.isBlank()
        ? List.of()
        : Arrays.stream(line.split(" \\+ ")).map(one -> schedule(one.strip(), zone)).toList();
  }

  private static Schedule schedule(String text, ZoneId zone) {
    String rule = "";
    Optional<LocalTime> opens = Optional.empty();
    Optional<LocalTime> closes = Optional.empty();
    Optional<LocalDate> from = Optional.empty();
    Optional<LocalDate> validFrom = Optional.empty();
    Optional<LocalDate> validTo = Optional.empty();
    boolean closed = false;
    for (String word : text.split(" +", -1)) {
      if (word.startsWith("FREQ=") || word.startsWith("rule=")) {
        rule = word.replace("rule=", "");
      } else if (word.startsWith("from=") || word.startsWith("on=")) {
        from = Optional.of(LocalDate.parse(word.substring(word.indexOf('=') + 1)));
      } else if (word.startsWith("valid=")) {
        String[] ends = word.substring(6).split("\\.\\.", -1);
        validFrom = ends[0].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(ends[0]));
        validTo = ends[1].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(ends[1]));
      } else if (word.equals("closed")) {
        closed = true;
      } else {
        String[] ends = word.split("-", -1);
        opens = ends[0].isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(ends[0]));
        closes = ends[1].isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(ends[1]));
      }
    }
    return new Schedule(opens, closes, rule, from, validFrom, validTo, zone, closed);
  }
}
