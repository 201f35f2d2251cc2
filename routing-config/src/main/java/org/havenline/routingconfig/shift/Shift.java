package org.havenline.routingconfig.shift;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Times;
import org.havenline.routingconfig.yaml.Value;

/// Work that recurs at the same hours, by one clock.
///
/// @param days of the week on which it begins
/// @param end of the next day when it is not after `start`: 22:00-06:00, or 08:00-08:00 for 24
///   hours
/// @param from the first day on which it may begin
/// @param until the last day on which it may begin
/// @param everyWeeks 1 for each week, 2 for every second, counted from the week (from Monday) of
///   `from`
/// @param fallback id of the group that is expected when nobody else is left
public record Shift(
    String id,
    String name,
    Set<DayOfWeek> days,
    LocalTime start,
    LocalTime end,
    ZoneId timeZone,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    int everyWeeks,
    List<String> who,
    Optional<String> fallback) {

  private static final int MOST_WEEKS = 52;

  public static Shift read(Fields fields) {
    var hours = fields.required("hours").map(Hours::read).orElse(Hours.NONE);
    var shift =
        new Shift(
            fields.required("id").map(id -> id.declares("shift")).orElse(""),
            fields.text("name"),
            fields
                .optional("days")
                .map(days -> days.words(DayOfWeek.class))
                .orElse(Set.copyOf(EnumSet.allOf(DayOfWeek.class))),
            hours.start(),
            hours.end(),
            fields.required("time-zone").map(Times::zone).orElse(ZoneOffset.UTC),
            fields.optional("from").map(Times::date),
            fields.optional("until").map(Times::date),
            fields.optional("every-weeks").map(weeks -> weeks.whole(1, MOST_WEEKS)).orElse(1),
            fields.required("who").map(Group::people).orElse(List.of()),
            fields.optional("fallback").map(group -> group.refersTo("group")));
    shift.check(fields.at());
    return shift;
  }

  private void check(Value at) {
    if (who.isEmpty()) {
      at.fault("nobody works the shift '" + id + "'", "Name responders under 'who', or remove it");
    }
    if (everyWeeks > 1 && from.isEmpty()) {
      at.fault(
          "'every-weeks' has no week to count from",
          "Add 'from', a day of a week in which the shift '" + id + "' takes place");
    } else if (!happens()) {
      at.fault("the shift '" + id + "' never takes place", "Look at 'days', 'from' and 'until'");
    }
  }

  /// Whether there is any day on which it begins. Within one whole round of weeks it must.
  private boolean happens() {
    var first = from.orElse(until.map(last -> last.minusWeeks(1)).orElse(LocalDate.EPOCH));
    return Stream.iterate(first, day -> day.plusDays(1))
        .limit(7L * (everyWeeks + 1))
        .anyMatch(this::beginsOn);
  }

  public boolean beginsOn(LocalDate day) {
    return days.contains(day.getDayOfWeek())
        && from.map(first -> !day.isBefore(first) && weeksSince(first, day) % everyWeeks == 0)
            .orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  private static long weeksSince(LocalDate first, LocalDate day) {
    var monday = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
    return ChronoUnit.WEEKS.between(first.with(monday), day.with(monday));
  }

  /// Its turns that overlap a time, whole, with who comes.
  public Stream<Turn> turns(Instant since, Instant before, Attendance attendance) {
    // one day more at each end: a turn may have begun yesterday, and where a clock was once put
    // back over midnight, tomorrow's may have begun
    var first = since.atZone(timeZone).toLocalDate().minusDays(1);
    var last = before.atZone(timeZone).toLocalDate().plusDays(1);
    return first
        .datesUntil(last.plusDays(1))
        .filter(day -> beginsOn(day) && overlaps(day, since, before))
        .map(day -> new Turn(id, day, begins(day), ends(day), attendance.who(this, day)));
  }

  /// A turn whose hours the clock skips whole has no length and overlaps nothing.
  private boolean overlaps(LocalDate day, Instant since, Instant before) {
    var begins = begins(day);
    var ends = ends(day);
    return begins.isBefore(ends) && begins.isBefore(before) && ends.isAfter(since);
  }

  public Instant begins(LocalDate day) {
    return WallClock.first(day.atTime(start), timeZone);
  }

  public Instant ends(LocalDate day) {
    return WallClock.first((end.isAfter(start) ? day : day.plusDays(1)).atTime(end), timeZone);
  }
}
