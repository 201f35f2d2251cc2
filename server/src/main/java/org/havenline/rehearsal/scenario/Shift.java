package org.havenline.rehearsal.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.contact.ResponderId;
import org.havenline.rehearsal.arrivals.Demand;
import org.havenline.rehearsal.arrivals.Figures;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Who is on duty when, week after week.
///
/// @param until not after `from`: of the next day
public record Shift(Set<ResponderId> who, Set<DayOfWeek> days, LocalTime from, LocalTime until) {

  /// From when until when somebody is on duty.
  public record Window(Instant from, Instant until) {}

  public Shift {
    who = Set.copyOf(who);
    days = Set.copyOf(days);
  }

  static Shift read(Fields fields) {
    var days = fields.required("days").map(Value::list).orElse(List.of());
    return new Shift(
        fields.required("who").map(Value::list).orElse(List.of()).stream()
            .map(v -> v.refersTo("responder"))
            .filter(id -> !id.isEmpty())
            .map(Shift::id)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()),
        days.stream()
            .map(Demand::day)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()),
        fields.required("from").flatMap(Figures::timeOfDay).orElse(LocalTime.MIDNIGHT),
        fields.required("until").flatMap(Figures::timeOfDay).orElse(LocalTime.MIDNIGHT));
  }

  /// What cannot be an id is a reference that leads nowhere, and noted as that.
  private static Optional<ResponderId> id(String text) {
    try {
      return Optional.of(new ResponderId(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /// Its windows that touch some days; where clocks change it is shorter or longer.
  List<Window> windows(LocalDate first, LocalDate last, ZoneId zone) {
    return first
        .minusDays(1)
        .datesUntil(last.plusDays(1))
        .filter(date -> days.contains(date.getDayOfWeek()))
        .map(date ->
            new Window(
                date.atTime(from).atZone(zone).toInstant(),
                (until.isAfter(from) ? date : date.plusDays(1))
                    .atTime(until)
                    .atZone(zone)
                    .toInstant()))
        .toList();
  }
}
