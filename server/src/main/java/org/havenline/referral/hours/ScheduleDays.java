package org.havenline.referral.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.havenline.referral.directory.Schedule;

/// One schedule, read: on which days it opens and from when to when.
final class ScheduleDays {
  /// HSDS has no sign for midnight as an end; directories write this.
  private static final LocalTime BEFORE_MIDNIGHT = LocalTime.of(23, 59);

  /// A series with a `count` longer than this is taken as endless.
  private static final int LONGEST = 366 * 30;

  private final Schedule schedule;

  /// Empty: once, on the first day.
  private final Optional<Recurrence> recurrence;

  private final Optional<LocalDate> last;

  private ScheduleDays(Schedule schedule, Optional<Recurrence> recurrence) {
    this.schedule = schedule;
    this.recurrence = recurrence;
    this.last =
        recurrence.flatMap(one -> schedule.from().flatMap(first -> lastCounted(one, first)));
  }

  /// Empty when nothing can be told from it: the rule is not understood, or counts from a first day
  /// that is not known.
  static Optional<ScheduleDays> read(Schedule schedule) {
    Optional<Recurrence> recurrence;
    try {
      recurrence =
          schedule.recurrence().isBlank()
              ? Optional.empty()
              : Optional.of(RecurrenceText.read(schedule.recurrence()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean needsFirst = recurrence.map(Recurrence::needsFirstDay).orElse(true);
    boolean halfTimed = schedule.opensAt().isPresent() != schedule.closesAt().isPresent();
    return halfTimed || (needsFirst && schedule.from().isEmpty())
        ? Optional.empty()
        : Optional.of(new ScheduleDays(schedule, recurrence));
  }

  boolean closes() {
    return schedule.closed();
  }

  /// The days the directory vouches for, whether open or not.
  boolean vouchesFor(LocalDate day) {
    return schedule.validFrom().map(from -> !day.isBefore(from)).orElse(true)
        && schedule.validTo().map(to -> !day.isAfter(to)).orElse(true);
  }

  boolean on(LocalDate day) {
    LocalDate first = schedule.from().orElse(day);
    return vouchesFor(day)
        && !day.isBefore(first)
        && last.map(end -> !day.isAfter(end)).orElse(true)
        && recurrence.map(one -> one.on(day, first)).orElse(day.equals(first));
  }

  /// From when to when it is open if it opens on this day. Where clocks are put back, both of the
  /// two same hours count.
  Interval interval(LocalDate day) {
    LocalTime opens = schedule.opensAt().orElse(LocalTime.MIDNIGHT);
    LocalTime closes = schedule.closesAt().orElse(BEFORE_MIDNIGHT);
    LocalTime end = closes.equals(BEFORE_MIDNIGHT) ? LocalTime.MIDNIGHT : closes;
    LocalDate lastDay = end.isAfter(opens) ? day : day.plusDays(1);
    return new Interval(
        ZonedDateTime.of(day, opens, schedule.zone()).withEarlierOffsetAtOverlap().toInstant(),
        ZonedDateTime.of(lastDay, end, schedule.zone()).withLaterOffsetAtOverlap().toInstant());
  }

  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, schedule.zone());
  }

  private static Optional<LocalDate> lastCounted(Recurrence recurrence, LocalDate first) {
    if (recurrence.count().isEmpty()) {
      return Optional.empty();
    }
    int left = recurrence.count().getAsInt();
    LocalDate day = first;
    for (int walked = 0; walked < LONGEST; walked++) {
      if (recurrence.on(day, first) && --left == 0) {
        return Optional.of(day);
      }
      day = day.plusDays(1);
    }
    return Optional.empty();
  }
}
