package org.havenline.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.roster.Roster;

/// Who is on shift and on call now and on the coming days, as text.
final class RosterChart {
  private static final DateTimeFormatter NOW =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final Roster roster;
  private final Names names;
  private final ZoneId zone;

  /// The chart is drawn by the clock of the first line.
  RosterChart(RoutingTables tables) {
    this.roster = tables.roster();
    this.names = new Names(tables);
    this.zone = tables.lines().getFirst().timeZone();
  }

  String draw(Instant now, int days) {
    var text = new StringBuilder();
    text.append("Now, %s (%s)%n".formatted(NOW.format(now.atZone(zone)), zone));
    onShift(now).forEach(line -> text.append("  on shift  ").append(line).append('\n'));
    onCall(now).forEach(line -> text.append("  on call   ").append(line).append('\n'));
    today(now)
        .datesUntil(today(now).plusDays(days))
        .forEach(day -> text.append('\n').append(new DayChart(roster, names, zone, day)));
    return text.toString();
  }

  private LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  private List<String> onShift(Instant now) {
    if (!roster.planned()) {
      return List.of("no shifts are planned: whoever signs in is on duty");
    }
    var turns =
        roster.turns(now, now.plusNanos(1)).stream()
            .filter(turn -> !turn.who().isEmpty())
            .map(turn -> names.ofShift(turn.shift()) + ": " + names.of(turn.who()))
            .toList();
    return turns.isEmpty() ? List.of(Names.NOBODY) : turns;
  }

  private Stream<String> onCall(Instant now) {
    return roster.onCall().stream()
        .map(entry -> entry.id() + ": " + names.ofAll(roster.onCall(entry.id(), now)));
  }
}
