package org.havenline.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.havenline.routingconfig.roster.Interval;
import org.havenline.routingconfig.roster.Roster;
import org.havenline.routingconfig.shift.WallClock;

/// One day of the roster: a row for each shift and rotation, a column for each half hour of the
/// clock, and rows that mark gaps.
final class DayChart {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int COLUMNS = 48;
  private static final int LABEL = 20;

  private final Roster roster;
  private final Names names;
  private final ZoneId zone;
  private final LocalDate day;
  private final Instant begins;
  private final Instant ends;

  DayChart(Roster roster, Names names, ZoneId zone, LocalDate day) {
    this.roster = roster;
    this.names = names;
    this.zone = zone;
    this.day = day;
    this.begins = WallClock.startOf(day, zone);
    this.ends = WallClock.startOf(day.plusDays(1), zone);
  }

  /// A row is one shift or on-call entry with the same people.
  private record Row(String label, String people) {}

  @Override
  public String toString() {
    var text = new StringBuilder(header());
    rows().forEach((row, times) -> text.append(line(row, times)));
    var unattended = roster.unattended(begins, ends);
    if (roster.planned()) {
      var onCallOnly = new ArrayList<Interval>();
      for (var time : roster.withoutShift(begins, ends)) {
        onCallOnly.addAll(time.without(unattended.stream()));
      }
      text.append(gaps("only on call", onCallOnly, '-'));
    }
    return text.append(gaps("NOBODY", unattended, '!')).toString();
  }

  private String line(Row row, List<Interval> times) {
    return line(row.label(), times, row.people().equals(Names.NOBODY) ? '!' : '#', row.people());
  }

  private String header() {
    long hours = Duration.between(begins, ends).toHours();
    var title = DAY.format(day) + (hours == 24 ? "" : ", " + hours + " hours");
    return "%-22s%s%n"
        .formatted(
            title,
            IntStream.iterate(0, hour -> hour < 24, hour -> hour + 3)
                .mapToObj("%-6s"::formatted)
                .collect(Collectors.joining())
                .strip());
  }

  private Map<Row, List<Interval>> rows() {
    var rows = new LinkedHashMap<Row, List<Interval>>();
    for (var turn : roster.turns(begins, ends)) {
      rows.computeIfAbsent(
              new Row(names.ofShift(turn.shift()), names.of(turn.who())), _ -> new ArrayList<>())
          .add(new Interval(turn.from(), turn.until()));
    }
    for (var entry : roster.onCall()) {
      if (entry.rotation().isPresent()) {
        for (var span : roster.onCallSpans(entry.id(), begins, ends)) {
          rows.computeIfAbsent(
                  new Row(entry.id(), names.ofAll(span.onCall())), _ -> new ArrayList<>())
              .add(span.time());
        }
      }
    }
    return rows;
  }

  private String gaps(String label, List<Interval> times, char mark) {
    return times.isEmpty()
        ? ""
        : line(
            label, times, mark, times.stream().map(this::shown).collect(Collectors.joining(", ")));
  }

  private String shown(Interval time) {
    var until = TIME.format(time.until().atZone(zone));
    return TIME.format(time.from().atZone(zone))
        + "-"
        + (time.until().equals(ends) ? "24:00" : until);
  }

  private String line(String label, List<Interval> times, char mark, String remark) {
    var bar = new StringBuilder();
    for (int column = 0; column < COLUMNS; column++) {
      bar.append(sign(column, times, mark));
    }
    var cut = label.length() > LABEL ? label.substring(0, LABEL - 1) + "…" : label;
    return "  %-20s%s  %s%n".formatted(cut, bar, remark);
  }

  /// A half hour that the clock skips is blank; one that comes twice is one column.
  private char sign(int column, List<Interval> times, char mark) {
    var from = clock(column);
    var until = column + 1 == COLUMNS ? ends : clock(column + 1);
    if (from.equals(until)) {
      return ' ';
    }
    boolean any =
        times.stream().anyMatch(time -> time.from().isBefore(until) && time.until().isAfter(from));
    return any ? mark : '.';
  }

  private Instant clock(int column) {
    return WallClock.first(day.atStartOfDay().plusMinutes(30L * column), zone);
  }
}
