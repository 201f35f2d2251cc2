package org.havenline.routingconfig.hours.days;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// On which other day a holiday is observed, instead of its own.
public enum Move {
  /// from Saturday or Sunday to the Monday after
  WEEKEND_TO_MONDAY,
  /// from Saturday to Friday, from Sunday to Monday, as offices of the United States do
  WEEKEND_TO_NEAREST,
  /// from any day to the Monday on or after it, as in Colombia
  NEXT_MONDAY;

  /// The farthest that a day is moved back and forward.
  static final int BACK = 1;

  static final int FORWARD = 6;

  LocalDate of(LocalDate day) {
    var weekday = day.getDayOfWeek();
    boolean stays =
        switch (this) {
          case WEEKEND_TO_MONDAY, WEEKEND_TO_NEAREST ->
              weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
          case NEXT_MONDAY -> weekday == DayOfWeek.MONDAY;
        };
    if (stays) {
      return day;
    }
    return this == WEEKEND_TO_NEAREST && weekday == DayOfWeek.SATURDAY
        ? day.minusDays(1)
        : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }
}
