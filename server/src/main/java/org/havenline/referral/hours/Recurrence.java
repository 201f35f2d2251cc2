package org.havenline.referral.hours;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Which days an RFC 5545 recurrence names. HSDS 3.1 has weekly and monthly ones; daily and yearly
/// ones are read too, since directories write them.
///
/// A day is judged by itself, without walking there from the first one: "is it open now?" is asked
/// of every service at every search.
///
/// @param interval every so many weeks, months, …; 1 or more
/// @param count so many days in all, from the first on
/// @param until the last day, inclusive
/// @param weekStart where weeks begin that are counted by an interval or a number
/// @param byMonthDay, byYearDay, byWeek negative ones count from the end
record Recurrence(
    Frequency frequency,
    int interval,
    OptionalInt count,
    Optional<LocalDate> until,
    DayOfWeek weekStart,
    List<Weekday> byDay,
    Set<Integer> byMonthDay,
    Set<Integer> byYearDay,
    Set<Integer> byWeek,
    Set<Integer> byMonth) {
  enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
  }

  /// Whether the days can be told without knowing the first one.
  boolean needsFirstDay() {
    boolean named =
        switch (frequency) {
          case DAILY -> true;
          case WEEKLY -> !byDay.isEmpty();
          case MONTHLY -> !byDay.isEmpty() || !byMonthDay.isEmpty();
          case YEARLY -> !byDay.isEmpty() || !byYearDay.isEmpty() || !byMonthDay.isEmpty();
        };
    return interval > 1 || count.isPresent() || !named;
  }

  /// Whether it names this day, without regard to `count`.
  ///
  /// @param first of the whole series; where [#needsFirstDay] is false, any day
  boolean on(LocalDate day, LocalDate first) {
    return until.map(last -> !day.isAfter(last)).orElse(true)
        && inTurn(day, first)
        && (byMonth.isEmpty() || byMonth.contains(day.getMonthValue()))
        && (byWeek.isEmpty() || counted(byWeek, week(day), weeks(day)))
        && (byYearDay.isEmpty() || counted(byYearDay, day.getDayOfYear(), day.lengthOfYear()))
        && (byMonthDay.isEmpty() || counted(byMonthDay, day.getDayOfMonth(), lengthOfMonth(day)))
        && (byDay.isEmpty() ? onDayOfFirst(day, first) : onWeekday(day));
  }

  private boolean inTurn(LocalDate day, LocalDate first) {
    if (interval == 1) {
      return true;
    }
    long turns =
        switch (frequency) {
          case DAILY -> DAYS.between(first, day);
          case WEEKLY -> WEEKS.between(startOfWeek(first), startOfWeek(day));
          case MONTHLY -> MONTHS.between(first.withDayOfMonth(1), day.withDayOfMonth(1));
          case YEARLY -> day.getYear() - first.getYear();
        };
    return turns % interval == 0;
  }

  private LocalDate startOfWeek(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(weekStart));
  }

  private boolean onWeekday(LocalDate day) {
    return byDay.stream()
        .anyMatch(one ->
            switch (frequency) {
              case DAILY, WEEKLY -> one.day() == day.getDayOfWeek();
              case MONTHLY -> one.inMonth(day);
              case YEARLY -> byMonth.isEmpty() ? one.inYear(day) : one.inMonth(day);
            });
  }

  /// What no BYDAY says is said by the first day.
  private boolean onDayOfFirst(LocalDate day, LocalDate first) {
    boolean numbered = !byMonthDay.isEmpty() || !byYearDay.isEmpty();
    return switch (frequency) {
      case DAILY -> true;
      case WEEKLY -> day.getDayOfWeek() == first.getDayOfWeek();
      case MONTHLY -> numbered || day.getDayOfMonth() == first.getDayOfMonth();
      case YEARLY -> numbered || inYearLikeFirst(day, first);
    };
  }

  private boolean inYearLikeFirst(LocalDate day, LocalDate first) {
    return byWeek.isEmpty()
        ? day.getDayOfMonth() == first.getDayOfMonth()
            && (!byMonth.isEmpty() || day.getMonth() == first.getMonth())
        : day.getDayOfWeek() == first.getDayOfWeek();
  }

  private static boolean counted(Set<Integer> wanted, int at, int length) {
    return wanted.contains(at) || wanted.contains(at - length - 1);
  }

  private static int lengthOfMonth(LocalDate day) {
    return YearMonth.from(day).lengthOfMonth();
  }

  private int week(LocalDate day) {
    return day.get(WeekFields.of(weekStart, 4).weekOfWeekBasedYear());
  }

  private int weeks(LocalDate day) {
    var week = WeekFields.of(weekStart, 4);
    return (int) week.weekOfWeekBasedYear().rangeRefinedBy(day).getMaximum();
  }
}
