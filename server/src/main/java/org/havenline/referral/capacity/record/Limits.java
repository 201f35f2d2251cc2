package org.havenline.referral.capacity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.referral.capacity.Figures;
import org.havenline.referral.capacity.Unit;
import org.havenline.referral.capacity.text.CapacityText;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;

/// What is known of a service, against which its figures are held.
///
/// @param units it was counted in last
/// @param most places it has, where that is known
/// @param genders it takes; empty when not said
public record Limits(Set<Unit> units, Map<Unit, Integer> most, List<String> genders) {
  /// @param service its document, with what it said itself laid over
  public static Limits of(JsonNode service) {
    var units = new EnumMap<Unit, Boolean>(Unit.class);
    var most = new EnumMap<Unit, Integer>(Unit.class);
    for (var capacity : Fields.objects(service, "capacities")) {
      unit(capacity)
          .ifPresent(unit -> {
            units.put(unit, true);
            Fields.whole(capacity, "maximum").ifPresent(n -> most.put(unit, n));
          });
    }
    return new Limits(
        units.keySet(), most, Fields.texts(OwnFields.of(service).path("eligibility"), "genders"));
  }

  private static Optional<Unit> unit(JsonNode capacity) {
    return Fields.text(capacity.path("unit"), "name").flatMap(CapacityText.shipped()::unit);
  }

  /// How many places of a unit it has.
  public Optional<Integer> most(Unit unit) {
    return Optional.ofNullable(most.get(unit));
  }

  /// Whether it has so many at all.
  public boolean hold(Figures figures) {
    int all = figures.free().values().stream().mapToInt(n -> n).sum();
    return figures.free().entrySet().stream()
            .allMatch(one -> one.getValue() <= most.getOrDefault(one.getKey(), Figures.MOST))
        && Set.of(Unit.BEDS, Unit.PLACES).stream()
            .allMatch(unit -> all <= most.getOrDefault(unit, Figures.MOST));
  }

  /// Whether people are named whom it never takes: then somebody else may have the phone.
  public boolean refuses(Set<Unit> named) {
    return (named.contains(Unit.WOMEN) && !takes("woman"))
        || (named.contains(Unit.MEN) && !takes("man"));
  }

  private boolean takes(String gender) {
    return genders.isEmpty() || genders.stream().anyMatch(gender::equalsIgnoreCase);
  }

  /// What a number alone is of; empty when it may be of several.
  public Optional<Unit> only() {
    return units.size() > 1
        ? Optional.empty()
        : Optional.of(units.stream().findFirst().orElse(Unit.PLACES));
  }
}
