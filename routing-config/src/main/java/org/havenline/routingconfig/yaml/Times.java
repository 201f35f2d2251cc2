package org.havenline.routingconfig.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/// Days, times of the clock and time zones, as an administrator writes them.
public final class Times {
  /// This century only: no year is mistyped unseen, and no sum of days leaves the calendar.
  private static final Pattern DATE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final LocalDate NO_DATE = LocalDate.of(2000, 1, 1);

  private Times() {}

  public static ZoneId zone(Value value) {
    try {
      return ZoneId.of(value.text());
    } catch (DateTimeException _) {
      value.fault("this time zone is not known", "Write it as in the tz database: Europe/Paris");
      return ZoneOffset.UTC;
    }
  }

  /// `2026-12-24`
  public static LocalDate date(Value value) {
    return date(value, value.text());
  }

  /// `09:30`, from `00:00` to `23:59`
  public static LocalTime time(Value value) {
    return time(value, value.text());
  }

  /// `2026-12-24 18:00`
  public static LocalDateTime dateTime(Value value) {
    var parts = value.text().split("[T ]", 2);
    var time = parts.length == 2 ? parts[1] : "";
    return date(value, parts[0]).atTime(time(value, time));
  }

  private static LocalDate date(Value value, String text) {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException _) {
      // falls to the finding
    }
    value.fault(
        "'" + Words.shown(text) + "' is not a day of the calendar",
        "Write year-month-day, for instance 2026-12-24");
    return NO_DATE;
  }

  private static LocalTime time(Value value, String text) {
    if (TIME.matcher(text).matches()) {
      return LocalTime.parse(text);
    }
    value.fault(
        "'" + Words.shown(text) + "' is not a time of the clock",
        "Write hours and minutes with two digits each, for instance 09:30");
    return LocalTime.MIDNIGHT;
  }
}
