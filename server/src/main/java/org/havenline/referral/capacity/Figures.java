package org.havenline.referral.capacity;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How many places are free: of people and families, or in beds, or in places. What is not named is
/// not known.
///
/// @param free in the order of [Unit]; at least one, each 0 to 500, together no more
public record Figures(Map<Unit, Integer> free) {
  public static final int MOST = 500;

  /// @throws IllegalArgumentException when they are none; see [#of]
  public Figures {
    if (!sane(free)) {
      throw new IllegalArgumentException("no sane figures");
    }
    free = Collections.unmodifiableMap(new EnumMap<>(free));
  }

  /// Empty when they cannot be true: negative, too many, or beds beside people.
  public static Optional<Figures> of(Map<Unit, Integer> free) {
    return sane(free) ? Optional.of(new Figures(free)) : Optional.empty();
  }

  /// All is full.
  ///
  /// @param units it was counted in before; none: places
  public static Figures full(Collection<Unit> units) {
    var free = new EnumMap<Unit, Integer>(Unit.class);
    units.forEach(unit -> free.put(unit, 0));
    return of(free).orElseGet(() -> new Figures(Map.of(Unit.PLACES, 0)));
  }

  /// Of whom or what there are places; not those that are full.
  public Set<Unit> named() {
    return free.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean sane(Map<Unit, Integer> free) {
    return !free.isEmpty()
        && (free.size() == 1 || free.keySet().stream().allMatch(Unit::isPeople))
        && free.values().stream().allMatch(n -> n >= 0 && n <= MOST)
        && free.values().stream().mapToInt(n -> n).sum() <= MOST;
  }
}
