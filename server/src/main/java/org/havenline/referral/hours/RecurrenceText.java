package org.havenline.referral.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.referral.hours.Recurrence.Frequency;

/// Reads `FREQ=WEEKLY;BYDAY=MO,TU` (RFC 5545, 3.3.10).
final class RecurrenceText {
  private enum Part {
    FREQ,
    INTERVAL,
    COUNT,
    UNTIL,
    WKST,
    BYDAY,
    BYMONTHDAY,
    BYYEARDAY,
    BYWEEKNO,
    BYMONTH
  }

  private final Map<Part, String> parts = new EnumMap<>(Part.class);

  private RecurrenceText(String text) {
    for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals).strip();
      Part known =
          Arrays.stream(Part.values())
              .filter(one -> one.name().equals(name))
              .findAny()
              .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not understood"));
      parts.put(known, part.substring(equals + 1).strip());
    }
  }

  /// @throws IllegalArgumentException with a sentence that says which part is wrong. Part of it
  ///   understood is worse than none: somebody would stand before a closed door
  static Recurrence read(String text) {
    return new RecurrenceText(text).recurrence();
  }

  private Recurrence recurrence() {
    OptionalInt count =
        parts.containsKey(Part.COUNT)
            ? OptionalInt.of(number(Part.COUNT, 1, 100_000))
            : OptionalInt.empty();
    return new Recurrence(
        frequency(),
        parts.containsKey(Part.INTERVAL) ? number(Part.INTERVAL, 1, 1_000) : 1,
        count,
        Optional.ofNullable(parts.get(Part.UNTIL)).map(RecurrenceText::date),
        Optional.ofNullable(parts.get(Part.WKST))
            .map(day -> Weekday.read(day).day())
            .orElse(DayOfWeek.MONDAY),
        list(Part.BYDAY).stream().map(Weekday::read).toList(),
        numbers(Part.BYMONTHDAY, 31),
        numbers(Part.BYYEARDAY, 366),
        numbers(Part.BYWEEKNO, 53),
        numbers(Part.BYMONTH, 12));
  }

  private Frequency frequency() {
    String frequency = parts.getOrDefault(Part.FREQ, "");
    return Arrays.stream(Frequency.values())
        .filter(one -> one.name().equals(frequency))
        .findAny()
        .orElseThrow(() ->
            new IllegalArgumentException("FREQ is WEEKLY or MONTHLY, not '" + frequency + "'"));
  }

  private List<String> list(Part part) {
    String text = parts.getOrDefault(part, "");
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private Set<Integer> numbers(Part part, int largest) {
    return list(part).stream()
        .map(one -> number(part, one, -largest, largest))
        .collect(Collectors.toUnmodifiableSet());
  }

  private int number(Part part, int least, int largest) {
    return number(part, parts.getOrDefault(part, ""), least, largest);
  }

  private static int number(Part part, String text, int least, int largest) {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= largest && number != 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "%s is %d to %d, not '%s'".formatted(part, least, largest, text.strip()));
  }

  /// `20261231`, `2026-12-31`, or either with a time, of which the day counts.
  private static LocalDate date(String text) {
    String day = text.replace("-", "");
    try {
      return LocalDate.parse(
          day.substring(0, Math.min(8, day.length())), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("UNTIL is a day such as 20261231, not '" + text + "'", e);
    }
  }
}
