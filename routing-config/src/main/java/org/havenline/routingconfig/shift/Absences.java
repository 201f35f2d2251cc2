package org.havenline.routingconfig.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who is away when.
public record Absences(Map<String, List<Absence>> byResponder) {

  public static Absences of(List<Absence> all) {
    return new Absences(
        Map.copyOf(all.stream().collect(Collectors.groupingBy(Absence::who, Collectors.toList()))));
  }

  public List<Absence> of(String responder) {
    return byResponder.getOrDefault(responder, List.of());
  }

  /// A shift is worked whole or not at all, so for shifts the day on which they begin counts.
  public boolean away(String responder, LocalDate day) {
    return of(responder).stream().anyMatch(absence -> absence.on(day));
  }

  /// Being on call has no natural end of the day; there the calendar day of its zone counts.
  public boolean away(String responder, Instant now, ZoneId zone) {
    return of(responder).stream()
        .anyMatch(
            absence -> !now.isBefore(absence.begins(zone)) && now.isBefore(absence.ends(zone)));
  }
}
