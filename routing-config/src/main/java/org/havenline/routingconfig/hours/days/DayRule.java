package org.havenline.routingconfig.hours.days;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/// The days on which something falls. Asked about a day rather than listing days: a rule has no
/// last year after which somebody must retype it.
public sealed interface DayRule {
  boolean on(LocalDate day);

  /// These days and no others.
  record Dates(Set<LocalDate> dates) implements DayRule {
    public Dates {
      dates = Set.copyOf(dates);
    }

    @Override
    public boolean on(LocalDate day) {
      return dates.contains(day);
    }
  }

  /// Once a year; the 29th of February in leap years only.
  record Yearly(MonthDay date) implements DayRule {
    @Override
    public boolean on(LocalDate day) {
      return day.getDayOfMonth() == date.getDayOfMonth() && day.getMonth() == date.getMonth();
    }
  }

  /// Such as the fourth Thursday of November. The fifth falls only when there is one.
  ///
  /// @param nth from 1 to 5
  record NthWeekday(int nth, DayOfWeek weekday, Month month) implements DayRule {
    @Override
    public boolean on(LocalDate day) {
      return day.getMonth() == month
          && day.getDayOfWeek() == weekday
          && (day.getDayOfMonth() - 1) / 7 + 1 == nth;
    }
  }

  /// Such as the last Monday of May.
  record LastWeekday(DayOfWeek weekday, Month month) implements DayRule {
    @Override
    public boolean on(LocalDate day) {
      return day.getMonth() == month
          && day.getDayOfWeek() == weekday
          && day.getDayOfMonth() + 7 > day.lengthOfMonth();
    }
  }

  /// So many days after Easter Sunday; before it when negative.
  record FromEaster(Easter easter, int days) implements DayRule {
    @Override
    public boolean on(LocalDate day) {
      var sunday = day.minusDays(days);
      return sunday.getDayOfWeek() == DayOfWeek.SUNDAY
          && easter.sunday(sunday.getYear()).equals(sunday);
    }
  }

  /// A rule whose days are moved to another day of the week.
  record Observed(DayRule rule, Move move) implements DayRule {
    @Override
    public boolean on(LocalDate day) {
      for (int later = -Move.BACK; later <= Move.FORWARD; later++) {
        var own = day.minusDays(later);
        if (move.of(own).equals(day) && rule.on(own)) {
          return true;
        }
      }
      return false;
    }
  }
}
