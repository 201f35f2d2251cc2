package org.havenline.routingconfig.shift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who comes to a shift: those it names, swaps applied, without those who are away; when nobody is
/// left, those of its fallback group who are not away.
public record Attendance(
    Map<String, List<String>> groups, Map<String, List<Swap>> swaps, Absences absences) {

  public static Attendance of(List<Group> groups, List<Swap> swaps, Absences absences) {
    return new Attendance(
        groups.stream()
            .collect(Collectors.toUnmodifiableMap(Group::id, Group::members, (first, _) -> first)),
        Map.copyOf(swaps.stream().collect(Collectors.groupingBy(Swap::shift))),
        absences);
  }

  public List<String> who(Shift shift, LocalDate day) {
    var there = present(swapped(shift, day), day);
    return there.isEmpty()
        ? present(
            shift.fallback().map(id -> groups.getOrDefault(id, List.of())).orElse(List.of()), day)
        : there;
  }

  /// Swaps hold in the order of the file: what one brings in, a later one may take out.
  public List<String> swapped(Shift shift, LocalDate day) {
    var who = new ArrayList<>(shift.who());
    for (var swap : swaps.getOrDefault(shift.id(), List.of())) {
      if (swap.of(shift, day)) {
        who.replaceAll(one -> one.equals(swap.out()) ? swap.in() : one);
      }
    }
    return List.copyOf(who);
  }

  private List<String> present(List<String> people, LocalDate day) {
    return people.stream().filter(one -> !absences.away(one, day)).toList();
  }
}
