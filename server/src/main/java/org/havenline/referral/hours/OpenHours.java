package org.havenline.referral.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.hours.OpenState.Closed;
import org.havenline.referral.hours.OpenState.NotSaid;
import org.havenline.referral.hours.OpenState.Open;

/// All schedules of one service together.
///
/// Several add up; one that closes wins over all. On a day that no schedule vouches for any more,
/// nothing is known: old hours are no hours. If one of them cannot be read, a moment that the
/// others leave closed is not said, since the unread one may open it.
public final class OpenHours {
  /// How far ahead one looks for the end or the next beginning.
  private static final Duration AHEAD = Duration.ofDays(7);

  /// The longest opening, a whole day, may have begun the day before; clocks move by hours.
  private static final Duration BEHIND = Duration.ofDays(2);

  private final List<ScheduleDays> opening = new ArrayList<>();
  private final List<ScheduleDays> closing = new ArrayList<>();
  private boolean unread;

  private OpenHours(List<Schedule> schedules) {
    for (Schedule schedule : schedules) {
      ScheduleDays.read(schedule)
          .ifPresentOrElse(
              days -> (days.closes() ? closing : opening).add(days), () -> unread = true);
    }
  }

  public static OpenHours of(List<Schedule> schedules) {
    return new OpenHours(schedules);
  }

  /// Whether it is open at a moment, and until or from when.
  public OpenState at(Instant moment) {
    List<Interval> open = between(moment.minus(BEHIND), moment.plus(AHEAD));
    Optional<Interval> now = open.stream().filter(one -> one.holds(moment)).findFirst();
    if (now.isPresent()) {
      Instant end = now.get().end();
      return new Open(end.isBefore(moment.plus(AHEAD)) ? Optional.of(end) : Optional.empty());
    }
    return known(moment)
        ? new Closed(
            open.stream().map(Interval::start).filter(start -> start.isAfter(moment)).findFirst())
        : new NotSaid();
  }

  /// All openings that touch a span of time, in order, none touching another.
  public List<Interval> between(Instant from, Instant to) {
    List<Interval> found = new ArrayList<>();
    for (ScheduleDays days : opening) {
      LocalDate last = days.day(to);
      for (LocalDate day = days.day(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
        if (days.on(day) && !closed(day)) {
          Interval one = days.interval(day);
          if (one.end().isAfter(from) && one.start().isBefore(to)) {
            found.add(one);
          }
        }
      }
    }
    return joined(found);
  }

  /// Whether the directory vouches for a moment, be it open or closed.
  public boolean known(Instant moment) {
    return !unread
        && (opening.stream().anyMatch(days -> days.vouchesFor(days.day(moment)))
            || closing.stream().anyMatch(days -> days.on(days.day(moment))));
  }

  private boolean closed(LocalDate day) {
    return closing.stream().anyMatch(days -> days.on(day));
  }

  private static List<Interval> joined(List<Interval> all) {
    List<Interval> joined = new ArrayList<>();
    for (Interval one : all.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
      if (!joined.isEmpty() && !one.start().isAfter(joined.getLast().end())) {
        Interval before = joined.removeLast();
        Instant end = before.end().isAfter(one.end()) ? before.end() : one.end();
        joined.add(new Interval(before.start(), end));
      } else if (one.start().isBefore(one.end())) {
        joined.add(one);
      }
    }
    return joined;
  }
}
