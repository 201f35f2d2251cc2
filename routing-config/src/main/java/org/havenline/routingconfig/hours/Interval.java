package org.havenline.routingconfig.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.havenline.routingconfig.yaml.Value;

/// From one time of a day to another. When the end is not later than the start it is the next
/// day's: `22:00-06:00` belongs to the day it starts.
///
/// When clocks change, one rule holds for gaps and overlaps: an interval lasts **from the first
/// moment at which the clock shows its start or later, until the last at which it shows less than
/// its end**. A start that is skipped is the moment of the change; a start that comes twice counts
/// the first time, an end that comes twice the second. In doubt the line is open.
public record Interval(LocalTime opens, LocalTime closes) {
  static final Interval WHOLE_DAY = new Interval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static final Pattern WRITTEN =
      Pattern.compile("((?:[01]\\d|2[0-3]):[0-5]\\d)-((?:[01]\\d|2[0-3]):[0-5]\\d|24:00)");

  /// When the interval of this day begins.
  Instant from(LocalDate day, ZoneId zone) {
    var local = day.atTime(opens);
    var rules = zone.getRules();
    var change = rules.getTransition(local);
    if (change == null) {
      return local.toInstant(rules.getOffset(local));
    }
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
  }

  /// When the interval of this day is over; not after its beginning when a change of clocks skips
  /// all of it.
  Instant to(LocalDate day, ZoneId zone) {
    var local = end(day);
    var rules = zone.getRules();
    var change = rules.getTransition(local);
    if (change == null) {
      return local.toInstant(rules.getOffset(local));
    }
    if (change.isGap()) {
      return change.getInstant();
    }
    // where clocks are set back exactly to the end, they never again show less than it
    boolean once = local.equals(change.getDateTimeAfter());
    return local.toInstant(once ? change.getOffsetBefore() : change.getOffsetAfter());
  }

  private LocalDateTime end(LocalDate day) {
    return pastMidnight() ? day.plusDays(1).atTime(closes) : day.atTime(closes);
  }

  private boolean pastMidnight() {
    return !closes.isAfter(opens);
  }

  /// Minutes by which it goes on into the next day.
  int intoNextDay() {
    return pastMidnight() ? closes.toSecondOfDay() / 60 : 0;
  }

  private boolean overlaps(Interval later) {
    return pastMidnight() || later.opens.isBefore(closes);
  }

  /// The intervals of a day, in order: `24h`, `closed`, or a list such as `["09:00-12:00"]`.
  static List<Interval> read(Value value) {
    if (value.isText()) {
      return switch (value.text()) {
        case "24h" -> List.of(WHOLE_DAY);
        case "closed" -> List.of();
        default -> {
          value.fault(
              "'" + value.shown() + "' are no opening hours",
              "Write 24h, closed, or a list such as [\"09:00-12:00\", \"13:00-17:00\"]");
          yield List.of();
        }
      };
    }
    var entries = value.list();
    if (entries.isEmpty()) {
      value.fault("these hours are empty", "Write closed, 24h, or a list of intervals");
    }
    var all = new ArrayList<Interval>();
    entries.forEach(entry -> one(entry).ifPresent(all::add));
    all.sort(Comparator.comparing(Interval::opens));
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i - 1).overlaps(all.get(i))) {
        value.fault(
            all.get(i - 1) + " and " + all.get(i) + " overlap",
            "Join them or end the first sooner");
      }
    }
    return List.copyOf(all);
  }

  private static Optional<Interval> one(Value value) {
    var match = WRITTEN.matcher(value.text());
    if (!match.matches()) {
      value.fault(
          "'" + value.shown() + "' is not an interval",
          "Write both times with two digits: 09:00-17:30, 22:00-06:00, at most until 24:00");
      return Optional.empty();
    }
    if (match.group(1).equals(match.group(2))) {
      value.fault("an interval from a time to the same", "Write 24h for the whole day");
      return Optional.empty();
    }
    var closes = match.group(2).equals("24:00") ? "00:00" : match.group(2);
    return Optional.of(new Interval(LocalTime.parse(match.group(1)), LocalTime.parse(closes)));
  }

  /// As it is written in a table.
  @Override
  public String toString() {
    return opens + "-" + (closes.equals(LocalTime.MIDNIGHT) ? "24:00" : closes);
  }
}
