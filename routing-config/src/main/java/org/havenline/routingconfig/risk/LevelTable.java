package org.havenline.routingconfig.risk;

import java.util.List;
import java.util.Map;
import org.havenline.routingconfig.RiskLevel;

/// How signals add up to a level. A level is never lower than its most urgent signal; rows only
/// raise it.
///
/// @param codes every indicator code with its meaning; a rule may use no other
public record LevelTable(Map<String, String> codes, List<LevelRow> rows) {
  public LevelTable {
    codes = Map.copyOf(codes);
    rows = List.copyOf(rows);
  }

  /// The level of a message or a conversation.
  ///
  /// @param signals each code found, with its most urgent level
  public RiskLevel level(Map<String, RiskLevel> signals) {
    RiskLevel highest = signals.values().stream().reduce(RiskLevel.STANDARD, RiskLevel::or);
    return rows.stream()
        .filter(row -> row.holds(signals))
        .map(LevelRow::then)
        .reduce(highest, RiskLevel::or);
  }
}
