package org.havenline.routingconfig.risk;

import java.util.Map;
import java.util.Set;
import org.havenline.routingconfig.RiskLevel;

/// One row of the table that makes a level out of several signals: both conditions must hold.
///
/// @param codes these codes must all be present
/// @param atLeast so many different codes must stand at this level or above
/// @param then the level the message rises to
public record LevelRow(Set<String> codes, Map<RiskLevel, Integer> atLeast, RiskLevel then) {
  public LevelRow {
    codes = Set.copyOf(codes);
    atLeast = Map.copyOf(atLeast);
  }

  /// @param signals each code found, with its most urgent level
  public boolean holds(Map<String, RiskLevel> signals) {
    return signals.keySet().containsAll(codes)
        && atLeast.entrySet().stream()
            .allMatch(need -> count(signals, need.getKey()) >= need.getValue());
  }

  /// How many codes stand at this level or above.
  public static long count(Map<String, RiskLevel> signals, RiskLevel level) {
    return signals.values().stream().filter(found -> found.compareTo(level) <= 0).count();
  }
}
