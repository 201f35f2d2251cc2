package org.havenline.routingconfig.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.routingconfig.Channel;

/// When a line is open. Pure.
///
/// An interval belongs to the day on which it starts. So the night before a holiday is worked to
/// its end, and the night that would start on the holiday falls away with it.
public record OpeningHours(ZoneId zone, Map<Channel, Week> weeks, List<Holiday> holidays) {
  /// How far ahead a change is looked for, in days.
  private static final int FARTHEST = 400;

  /// An interval lasts a day at most, and clocks that are set back may bring the date back once
  /// more.
  private static final int DAYS_BACK = 2;

  /// Where clocks go back over midnight, a day begins before the one before it is over.
  private static final int DAYS_AHEAD = 1;

  public OpeningHours {
    weeks = Map.copyOf(weeks);
    holidays = List.copyOf(holidays);
  }

  /// Of a line without hours.
  public static OpeningHours always(ZoneId zone) {
    return new Hours("", Week.ALWAYS, Map.of(), List.of()).in(zone, List.of());
  }

  /// Quicker than `at`, which looks for the next change.
  public boolean isOpen(Channel channel, Instant moment) {
    var today = LocalDate.ofInstant(moment, zone);
    for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
      var date = today.plusDays(day);
      for (var interval : on(channel, date)) {
        if (!interval.from(date, zone).isAfter(moment) && interval.to(date, zone).isAfter(moment)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Open or closed, until when, and which holiday it is.
  public Openness at(Channel channel, Instant moment) {
    var today = LocalDate.ofInstant(moment, zone);
    var holiday = holidayOn(today);
    var end = moment;
    // days, and the intervals of a day, start one after the other: a gap between what is over and
    // what starts next is a true one
    for (int day = -DAYS_BACK; day <= FARTHEST; day++) {
      var date = today.plusDays(day);
      for (var interval : on(channel, date)) {
        var from = interval.from(date, zone);
        var to = interval.to(date, zone);
        if (!from.isBefore(to) || !to.isAfter(moment)) {
          continue;
        }
        if (from.isAfter(end)) {
          boolean open = end.isAfter(moment);
          return new Openness(open, Optional.of(open ? end : from), holiday);
        }
        end = to.isAfter(end) ? to : end;
      }
    }
    boolean open = end.isAfter(moment);
    boolean closes = open && end.isBefore(today.plusDays(FARTHEST).atStartOfDay(zone).toInstant());
    return new Openness(open, closes ? Optional.of(end) : Optional.empty(), holiday);
  }

  /// The holiday of the local date of a moment.
  public Optional<Holiday> holidayAt(Instant moment) {
    return holidayOn(LocalDate.ofInstant(moment, zone));
  }

  /// Whether there is any day on which it opens.
  public boolean everOpen(Channel channel) {
    return weeks.getOrDefault(channel, Week.ALWAYS).everOpen()
        || holidays.stream()
            .anyMatch(day -> !day.hours().getOrDefault(channel, List.of()).isEmpty());
  }

  private Optional<Holiday> holidayOn(LocalDate date) {
    for (var holiday : holidays) {
      if (holiday.rule().on(date)) {
        return Optional.of(holiday);
      }
    }
    return Optional.empty();
  }

  /// What starts on a date.
  private List<Interval> on(Channel channel, LocalDate date) {
    var week = weeks.getOrDefault(channel, Week.ALWAYS);
    return holidayOn(date)
        .map(holiday -> holiday.hours().getOrDefault(channel, week.onHolidays()))
        .orElseGet(() -> week.on(date.getDayOfWeek()));
  }
}
