package org.havenline.roster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.oncall.Callee;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.roster.Span;
import org.havenline.routingconfig.shift.Turn;

/// Shifts and on-call times as a calendar (RFC 5545). It may lie open on somebody's telephone: it
/// names no line, and one made for one responder names nobody else.
///
/// Times are in UTC, one event for each turn, so that no device has to know our time zones or our
/// rule for the days when the clock is changed.
final class RosterCalendar {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// Longer than any time between two hand-overs: with so much more looked at on both sides, every
  /// span that is written has its own two ends and not those of the calendar.
  private static final Duration MARGIN = Duration.ofDays(9);

  private final RoutingTables tables;
  private final Names names;
  private final Optional<String> only;

  /// @param only the one responder it is for; everyone if empty
  RosterCalendar(RoutingTables tables, Optional<String> only) {
    this.tables = tables;
    this.names = new Names(tables);
    this.only = only;
  }

  /// @param key the same each time this event is written
  private record Event(String key, Instant from, Instant until, String summary, boolean busy) {}

  /// Empty when there is nothing to write: a calendar without an event is not one.
  ///
  /// @param written when this is made
  Optional<String> write(Instant since, Instant before, Instant written) {
    var events =
        Stream.concat(shifts(since, before), onCall(since, before))
            .sorted(Comparator.comparing(Event::from).thenComparing(Event::key))
            .toList();
    return events.isEmpty() ? Optional.empty() : Optional.of(calendar(events, written));
  }

  private Stream<Event> shifts(Instant since, Instant before) {
    return tables.roster().turns(since, before).stream()
        .filter(turn -> only.map(turn.who()::contains).orElse(true))
        .map(turn ->
            new Event(
                "shift|" + turn.shift() + "|" + turn.date(),
                turn.from(),
                turn.until(),
                summary(turn),
                true));
  }

  private String summary(Turn turn) {
    var name = names.ofShift(turn.shift());
    return only.isPresent() ? name : name + ": " + names.of(turn.who());
  }

  private Stream<Event> onCall(Instant since, Instant before) {
    return tables.roster().onCall().stream()
        .filter(entry -> entry.rotation().isPresent())
        .flatMap(entry ->
            tables
                .roster()
                .onCallSpans(entry.id(), since.minus(MARGIN), before.plus(MARGIN))
                .stream()
                .filter(span -> span.from().isBefore(before) && span.until().isAfter(since))
                .filter(span -> !turning(entry, span).isEmpty())
                .filter(span -> only.map(id -> has(span, id)).orElse(true))
                .map(span -> event(entry, span)));
  }

  private static boolean has(Span span, String responder) {
    return span.onCall().contains(new Callee.Person(responder));
  }

  private Event event(OnCall entry, Span span) {
    return new Event(
        "on-call|" + entry.id() + "|" + span.from(),
        span.from(),
        span.until(),
        "On call"
            + (only.isPresent()
                ? ""
                : " (" + entry.id() + "): " + names.ofAll(turning(entry, span))),
        false);
  }

  /// The fixed numbers of an entry are always on call: nothing for a calendar.
  private static List<Callee> turning(OnCall entry, Span span) {
    return span.onCall().subList(entry.numbers().size(), span.onCall().size());
  }

  private String calendar(List<Event> events, Instant written) {
    var lines =
        new ContentLines()
            .add("BEGIN", "VCALENDAR")
            .add("VERSION", "2.0")
            .add("PRODID", "-//Havenline//Roster//EN")
            .add("CALSCALE", "GREGORIAN");
    for (var event : events) {
      lines
          .add("BEGIN", "VEVENT")
          .add("UID", uid(event))
          .add("DTSTAMP", UTC.format(written))
          .add("DTSTART", UTC.format(event.from()))
          .add("DTEND", UTC.format(event.until()))
          .text("SUMMARY", event.summary())
          .add("CLASS", "PRIVATE")
          .add("TRANSP", event.busy() ? "OPAQUE" : "TRANSPARENT")
          .add("END", "VEVENT");
    }
    return lines.add("END", "VCALENDAR").toString();
  }

  /// The same for the same turn in every export, so that a device changes its event and does not
  /// add a second; and without meaning, as the line's name must not be on the device.
  private String uid(Event event) {
    var whole = tables.lines().getFirst().id() + "|" + event.key() + "|" + only.orElse("");
    return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
