package org.havenline.routingconfig.risk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.RiskLevel;

/// `levels.yaml`: the codes a rule may use, and how signals add up.
final class LevelFile {
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final List<LevelRow> rows = new ArrayList<>();

  LevelFile(Section file) {
    file.allow(Set.of("codes", "rows"));
    file.section("codes")
        .ifPresent(section ->
            section.keys().forEach(code -> codes.put(code, section.text(code).orElse(""))));
    file.sections("rows").forEach(row -> row(row).ifPresent(rows::add));
  }

  LevelTable table() {
    return new LevelTable(codes, rows);
  }

  private Optional<LevelRow> row(Section row) {
    row.allow(Set.of("codes", "at-least", "then"));
    List<String> all = row.texts("codes");
    all.stream()
        .filter(code -> !codes.containsKey(code))
        .forEach(code -> row.fault("codes", code + " is unknown", "Add it to codes above"));
    Map<RiskLevel, Integer> atLeast = new EnumMap<>(RiskLevel.class);
    row.section("at-least").ifPresent(need -> need.keys().forEach(key -> need(need, key, atLeast)));
    if (all.isEmpty() && atLeast.isEmpty()) {
      row.fault("then", "the row has no condition", "Add codes or at-least");
      return Optional.empty();
    }
    return RuleFile.oneOf(RiskLevel.class, row, "then", row.text("then"))
        .map(then -> new LevelRow(Set.copyOf(all), atLeast, then));
  }

  private static void need(Section need, String key, Map<RiskLevel, Integer> atLeast) {
    var level = RuleFile.oneOf(RiskLevel.class, need, key, Optional.of(key));
    String count = need.text(key).orElse("");
    if (!count.matches("[1-9]")) {
      need.fault(key, key + " is not a number from 1 to 9", "Write it like: high: 2");
    } else if (level.isPresent()) {
      atLeast.put(level.get(), Integer.valueOf(count));
    }
  }
}
