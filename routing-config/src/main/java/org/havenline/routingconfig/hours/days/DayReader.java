package org.havenline.routingconfig.hours.days;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.hours.days.DayRule.Dates;
import org.havenline.routingconfig.hours.days.DayRule.FromEaster;
import org.havenline.routingconfig.hours.days.DayRule.LastWeekday;
import org.havenline.routingconfig.hours.days.DayRule.NthWeekday;
import org.havenline.routingconfig.hours.days.DayRule.Observed;
import org.havenline.routingconfig.hours.days.DayRule.Yearly;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Reads which days a holiday falls on. A day that can never come is a finding, not a holiday that
/// silently never happens.
public final class DayReader {
  private static final List<String> KINDS =
      List.of("date", "on", "easter", "orthodox-easter", "ical");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern EVERY_YEAR = Pattern.compile("\\d\\d-\\d\\d");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(1st|2nd|3rd|4th|5th|last) "
              + anyOf(DayOfWeek.values())
              + " of "
              + anyOf(Month.values()));
  private static final Pattern DAYS = Pattern.compile("[+-]?\\d{1,3}");

  /// Septuagesima is 63 days before Easter, Corpus Christi 60 after.
  private static final int FARTHEST_FROM_EASTER = 100;

  private final Feeds feeds;
  private final LocalDate today;

  /// @param today a holiday whose dates all lie before it is a finding; `LocalDate.MIN` for none
  public DayReader(Feeds feeds, LocalDate today) {
    this.feeds = feeds;
    this.today = today;
  }

  public DayRule read(Fields fields) {
    var given = KINDS.stream().filter(kind -> fields.optional(kind).isPresent()).toList();
    var move = fields.optional("observed").flatMap(v -> v.word(Move.class));
    if (given.size() != 1) {
      fields
          .at()
          .fault(
              "a holiday falls " + (given.isEmpty() ? "on no day" : "by more than one rule"),
              "Give it one of " + String.join(", ", KINDS));
      return new Dates(Set.of());
    }
    var value = fields.required(given.getFirst()).orElseThrow();
    var rule =
        switch (given.getFirst()) {
          case "date" -> date(value);
          case "on" -> weekday(value);
          case "easter" -> easter(value, Easter.WESTERN);
          case "orthodox-easter" -> easter(value, Easter.ORTHODOX);
          default -> toCome(value, feeds.read(value));
        };
    return move.<DayRule>map(how -> new Observed(rule, how)).orElse(rule);
  }

  private DayRule date(Value value) {
    if (value.isText() && EVERY_YEAR.matcher(value.text()).matches()) {
      var text = value.text();
      try {
        return new Yearly(MonthDay.parse("--" + text));
      } catch (DateTimeException _) {
        value.fault("'" + text + "' is a day that never comes", "Write the month, then the day");
        return new Dates(Set.of());
      }
    }
    var dates = new HashSet<LocalDate>();
    (value.isText() ? List.of(value) : value.list()).forEach(one -> one(one).ifPresent(dates::add));
    return toCome(value, dates);
  }

  private static Optional<LocalDate> one(Value value) {
    var text = value.text();
    if (!DATE.matcher(text).matches()) {
      value.fault(
          "'" + value.shown() + "' is not a date",
          "Write 2026-12-24, or 12-24 for every year; a list has years");
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(text);
      if (date.isBefore(Feeds.FIRST) || date.isAfter(Feeds.LAST)) {
        value.fault(
            "the year " + date.getYear() + " is out of range", "Between 2000 and 2099, or 12-24");
      }
      return Optional.of(date);
    } catch (DateTimeException _) {
      value.fault("'" + text + "' is a day that never comes", "Write year, month and day");
      return Optional.empty();
    }
  }

  private Dates toCome(Value value, Set<LocalDate> dates) {
    dates.stream()
        .max(LocalDate::compareTo)
        .filter(last -> last.isBefore(today))
        .ifPresent(last ->
            value.fault(
                "this holiday is over: it was last on " + last,
                "Give it days to come or a rule for every year, or remove it"));
    return new Dates(dates);
  }

  private static DayRule weekday(Value value) {
    var parts = WEEKDAY.matcher(value.text().toLowerCase(Locale.ROOT));
    if (parts.matches()) {
      var weekday = DayOfWeek.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
      var month = Month.valueOf(parts.group(3).toUpperCase(Locale.ROOT));
      return parts.group(1).equals("last")
          ? new LastWeekday(weekday, month)
          : new NthWeekday(parts.group(1).charAt(0) - '0', weekday, month);
    }
    value.fault(
        "'" + value.shown() + "' is not a weekday of a month",
        "Write 1st to 5th or last, for instance: 4th thursday of november");
    return new Dates(Set.of());
  }

  private static String anyOf(Enum<?>[] names) {
    return Stream.of(names)
        .map(name -> name.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("|", "(", ")"));
  }

  private static DayRule easter(Value value, Easter easter) {
    var text = value.text();
    if (DAYS.matcher(text).matches() && Math.abs(Integer.parseInt(text)) <= FARTHEST_FROM_EASTER) {
      return new FromEaster(easter, Integer.parseInt(text));
    }
    value.fault(
        "'" + value.shown() + "' is not a number of days from Easter Sunday",
        "Write for instance -2 for Good Friday, 0, or +1 for Easter Monday");
    return new Dates(Set.of());
  }
}
