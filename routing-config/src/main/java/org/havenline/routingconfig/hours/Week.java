package org.havenline.routingconfig.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.routingconfig.yaml.Value;

/// The intervals of each day of the week, and of holidays.
///
/// Every day is there: a day left out of the table is a finding, for nobody can know whether it was
/// meant to be open.
///
/// @param onHolidays instead of the weekday's, on holidays that bring no hours of their own
public record Week(Map<DayOfWeek, List<Interval>> days, List<Interval> onHolidays) {
  static final Week ALWAYS = every(List.of(Interval.WHOLE_DAY));

  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  public Week {
    days = Map.copyOf(days);
    onHolidays = List.copyOf(onHolidays);
  }

  private static Week every(List<Interval> intervals) {
    var days = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      days.put(day, intervals);
    }
    return new Week(days, intervals);
  }

  List<Interval> on(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  boolean everOpen() {
    return !onHolidays.isEmpty() || days.values().stream().anyMatch(day -> !day.isEmpty());
  }

  static Week read(Value value) {
    var days = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
    Optional<List<Interval>> onHolidays = Optional.empty();
    for (var entry : value.entries().entrySet()) {
      var intervals = Interval.read(entry.getValue());
      if (entry.getKey().text().equals("holidays")) {
        onHolidays = Optional.of(intervals);
      } else {
        for (var day : range(entry.getKey())) {
          if (days.put(day, intervals) != null) {
            entry.getKey().fault("'" + name(day) + "' has hours twice", "Keep one of the two");
          }
        }
      }
    }
    for (var day : DayOfWeek.values()) {
      if (!days.containsKey(day)) {
        value.fault(
            "'" + name(day) + "' has no hours", "Add '" + name(day) + ": closed' or its hours");
      } else if (spills(days.get(day), days.getOrDefault(day.plus(1), List.of()))) {
        value.fault(
            "the night of '" + name(day) + "' overlaps the hours of '" + name(day.plus(1)) + "'",
            "End the one when the other starts");
      }
    }
    return new Week(days, onHolidays.orElse(List.of()));
  }

  private static boolean spills(List<Interval> before, List<Interval> after) {
    return !before.isEmpty()
        && !after.isEmpty()
        && before.getLast().intoNextDay() > after.getFirst().opens().toSecondOfDay() / 60;
  }

  /// `sat`, or `mon-fri`; `fri-mon` goes over the weekend.
  private static List<DayOfWeek> range(Value key) {
    var ends = key.text().split("-", -1);
    int first = NAMES.indexOf(ends[0]);
    int last = NAMES.indexOf(ends[ends.length - 1]);
    if (ends.length > 2 || first < 0 || last < 0) {
      key.fault(
          "'" + key.shown() + "' is not a day of the week",
          "Write mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, or holidays");
      return List.of();
    }
    var days = new ArrayList<DayOfWeek>();
    for (int day = first; ; day = (day + 1) % 7) {
      days.add(DayOfWeek.of(day + 1));
      if (day == last) {
        return days;
      }
    }
  }

  private static String name(DayOfWeek day) {
    return NAMES.get(day.getValue() - 1);
  }
}
