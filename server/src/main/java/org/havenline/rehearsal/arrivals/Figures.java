package org.havenline.rehearsal.arrivals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.yaml.Languages;
import org.havenline.routingconfig.yaml.Value;

/// Numbers and times as a scenario writes them.
public final class Figures {
  private Figures() {}

  public static double decimal(Value value, double least, double most) {
    var text = value.text();
    if (text.matches("\\d{1,7}(\\.\\d{1,6})?")) {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    if (!text.isEmpty()) {
      value.fault("this number is not understood", "Write one from " + least + " to " + most);
    }
    return least;
  }

  /// Like a table's, and `und` where it is not known.
  public static String language(Value value) {
    return value.isText() && value.text().equals(Triage.UNKNOWN_LANGUAGE)
        ? Triage.UNKNOWN_LANGUAGE
        : Languages.read(value);
  }

  public static boolean yes(Value value) {
    var text = value.text();
    if (!text.equals("true") && !text.equals("false") && !text.isEmpty()) {
      value.fault("this is neither true nor false", "Write true or false");
    }
    return text.equals("true");
  }

  /// Written 0 to 100, meant 0 to 1.
  public static double percent(Value value) {
    return decimal(value, 0, 100) / 100;
  }

  public static Optional<LocalDate> date(Value value) {
    return time(value, LocalDate::parse, "2026-11-23");
  }

  public static Optional<LocalDateTime> dateTime(Value value) {
    return time(value, LocalDateTime::parse, "2026-11-25T20:00");
  }

  /// `24:00` is the midnight at the end of a day.
  public static Optional<LocalTime> timeOfDay(Value value) {
    return time(
        value,
        text -> text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text),
        "\"08:00\"");
  }

  /// A time of the line's clock, or with `Z` or an offset, of the world's. In milliseconds, as the
  /// server keeps times.
  public static Instant instant(String text, ZoneId zone) {
    boolean local = text.matches("[^Z+]*[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
    var iso = text.replace(' ', 'T');
    return (local
            ? LocalDateTime.parse(iso).atZone(zone).toInstant()
            : OffsetDateTime.parse(iso).toInstant())
        .truncatedTo(ChronoUnit.MILLIS);
  }

  public static Optional<Instant> instant(Value value, ZoneId zone) {
    return time(value, text -> instant(text, zone), "2026-11-25T20:15");
  }

  private static <T> Optional<T> time(Value value, Function<String, T> parse, String example) {
    var text = value.text();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
    } catch (DateTimeException unreadable) {
      value.fault("this is not a date or time as it is wanted here", "Write it as " + example);
      return Optional.empty();
    }
  }
}
