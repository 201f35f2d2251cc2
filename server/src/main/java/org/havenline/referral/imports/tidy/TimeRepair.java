package org.havenline.referral.imports.tidy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Times, dates and days as directories spell them.
final class TimeRepair {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?:[:.h"
              + " ]?(\\d{2}))?(?::(\\d{2})(?:\\.\\d+)?)?\\s*([ap])?\\.?(?:m\\.?)?\\s*(Z|[+-]\\d\\d:?\\d\\d)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Map<String, String> DAY =
      DAYS.stream().collect(Collectors.toMap(day -> day.toLowerCase(Locale.ROOT), day -> day));
  private static final Pattern SPAN = Pattern.compile("\\s*(?:-|–|to|through)\\s*");
  private static final Pattern LIST = Pattern.compile("\\s*(?:,|;|/|&|\\band\\b)\\s*");
  private static final Pattern BYDAY =
      Pattern.compile("(?:[+-]?\\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU),?)+");

  private TimeRepair() {}

  /// `9:00`, `8:30am`, `5 PM`, `13:00pm`, `noon`, `0900`, `09:00:00Z` → `09:00`, with its zone.
  static Optional<String> time(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("noon")) {
      return Optional.of("12:00");
    }
    if (plain.equals("midnight") || plain.equals("24:00") || plain.equals("24:00:00")) {
      return Optional.of("00:00");
    }
    var found = TIME.matcher(plain);
    if (!found.matches() || (plain.length() < 3 && found.group(4) == null)) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(found.group(1));
    int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
    if (found.group(4) != null && hour <= 12 && hour > 0) {
      hour = hour % 12 + (found.group(4).equals("p") ? 12 : 0);
    }
    if (hour > 23 || minute > 59) {
      return Optional.empty();
    }
    var zone = found.group(5) == null ? "" : found.group(5).toUpperCase(Locale.ROOT);
    return Optional.of(LocalTime.of(hour, minute) + zone);
  }

  /// Only with the year first: `03/04/2024` is two days.
  static Optional<String> date(String text) {
    var found = DATE.matcher(text.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
                  Integer.parseInt(found.group(1)),
                  Integer.parseInt(found.group(2)),
                  Integer.parseInt(found.group(3)))
              .toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// `Monday`, `Mon-Fri`, `Tue, Thu`, `1SA` → `MO`, `MO,TU,WE,TH,FR`, `TU,TH`, `1SA`.
  static Optional<String> days(String text) {
    var upper = text.strip().toUpperCase(Locale.ROOT).replace(" ", "");
    if (BYDAY.matcher(upper).matches()) {
      return Optional.of(upper.endsWith(",") ? upper.substring(0, upper.length() - 1) : upper);
    }
    var days = new StringBuilder();
    for (var part : LIST.split(text.strip().toLowerCase(Locale.ROOT), -1)) {
      var ends = SPAN.split(part, -1);
      int from = day(ends[0]);
      int to = day(ends[ends.length - 1]);
      if (from < 0 || to < 0 || ends.length > 2) {
        return Optional.empty();
      }
      for (int i = from; ; i = (i + 1) % DAYS.size()) {
        days.append(days.isEmpty() ? "" : ",").append(DAYS.get(i));
        if (i == to) {
          break;
        }
      }
    }
    return Optional.of(days.toString());
  }

  private static int day(String name) {
    var known = name.length() < 2 ? null : DAY.get(name.substring(0, 2));
    var whole =
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    boolean named =
        whole.stream().anyMatch(one -> one.startsWith(name) || (one + "s").equals(name));
    return known == null || (!named && !name.equals("thurs") && !name.equals("tues"))
        ? -1
        : DAYS.indexOf(known);
  }
}
