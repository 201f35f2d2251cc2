package org.havenline.routingconfig.roster;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.oncall.Rotation;
import org.havenline.routingconfig.shift.Shift;
import org.havenline.routingconfig.shift.Turn;

/// Looks for what goes wrong with a roster in a time to come.
final class Gaps {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

  private final Roster roster;
  private final Instant since;
  private final Instant before;
  private final List<Turn> turns;

  Gaps(Roster roster, Instant since, Instant before) {
    this.roster = roster;
    this.since = since;
    this.before = before;
    this.turns = roster.turns(since, before);
  }

  /// In the order of files and lines.
  List<Finding> findings() {
    return Stream.of(unattended(), emptyEntries(), emptyTurns(), twiceAtOnce())
        .flatMap(found -> found)
        .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
        .toList();
  }

  private Stream<Finding> unattended() {
    return roster.unattended(since, before).stream()
        .map(gap -> {
          var shift = shiftBefore(gap);
          return at(
              "shift",
              shift.id(),
              "nobody is on shift and nobody on call " + shown(gap, shift.timeZone()),
              "Add or lengthen a shift, or put somebody on call");
        });
  }

  /// The shift whose end opens the gap, which is where one would look; else the first.
  private Shift shiftBefore(Interval gap) {
    return turns.stream()
        .filter(turn -> turn.until().equals(gap.from()))
        .map(turn -> shift(turn.shift()))
        .findFirst()
        .orElse(roster.shifts().getFirst());
  }

  private Stream<Finding> emptyEntries() {
    return roster.onCall().stream()
        .flatMap(entry ->
            Interval.union(
                    roster.onCallSpans(entry.id(), since, before).stream()
                        .filter(span -> span.onCall().isEmpty())
                        .map(Span::time))
                .stream()
                .map(gap -> emptyEntry(entry, gap)));
  }

  private Finding emptyEntry(OnCall entry, Interval gap) {
    var zone = entry.rotation().map(Rotation::timeZone).orElseThrow();
    return at(
        "on-call",
        entry.id(),
        "nobody of '" + entry.id() + "' is on call " + shown(gap, zone),
        "Add a stand-in, a person or a number, or begin the rotation earlier");
  }

  private Stream<Finding> emptyTurns() {
    return turns.stream()
        .filter(turn -> turn.who().isEmpty())
        .map(turn ->
            at(
                "shift",
                turn.shift(),
                "nobody comes to the shift '"
                    + turn.shift()
                    + "' that begins on "
                    + turn.date()
                    + ": all are away",
                "Swap somebody in, or give it a 'fallback'"));
  }

  /// One finding for each responder and pair of shifts, however often they collide. Who is there
  /// only as a fallback is left out: a fallback may well be at work already.
  private Stream<Finding> twiceAtOnce() {
    var latest = new HashMap<String, Turn>();
    var known = new HashSet<String>();
    var findings = new ArrayList<Finding>();
    for (var turn : turns) {
      var named = roster.attendance().swapped(shift(turn.shift()), turn.date());
      for (var who : turn.who()) {
        if (named.contains(who)) {
          var other = latest.get(who);
          if (other != null
              && other.until().isAfter(turn.from())
              && known.add(who + " " + other.shift() + " " + turn.shift())) {
            findings.add(twice(who, other, turn));
          }
          if (other == null || turn.until().isAfter(other.until())) {
            latest.put(who, turn);
          }
        }
      }
    }
    return findings.stream();
  }

  private Finding twice(String who, Turn one, Turn other) {
    return at(
        "shift",
        other.shift(),
        "'%s' is on the shifts '%s' and '%s' at once on %s"
            .formatted(who, one.shift(), other.shift(), other.date()),
        "Remove them from one, or swap somebody in");
  }

  private Shift shift(String id) {
    return roster.shifts().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private Finding at(String kind, String id, String fault, String remedy) {
    var place = roster.places().of(kind, id);
    return new Finding(place.file(), place.line(), fault, remedy);
  }

  private static String shown(Interval gap, ZoneId zone) {
    return "from %s to %s (%s)"
        .formatted(
            TIME.format(gap.from().atZone(zone)), TIME.format(gap.until().atZone(zone)), zone);
  }
}
