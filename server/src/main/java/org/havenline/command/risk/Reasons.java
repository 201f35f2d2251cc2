package org.havenline.command.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.Signal;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.LevelRow;
import org.havenline.routingconfig.risk.LevelTable;

/// Why a message has this level and not another.
final class Reasons {
  private final LevelTable levels;
  private final RiskAssessment assessment;
  private final Map<String, RiskLevel> codes;

  Reasons(LevelTable levels, RiskAssessment assessment) {
    this.levels = levels;
    this.assessment = assessment;
    this.codes = new TreeMap<>(Signal.codes(assessment.signals()));
  }

  /// First why it is so urgent, then why not more, the next level first, then why not less.
  List<String> lines() {
    if (codes.isEmpty()) {
      return List.of("no rule found its words");
    }
    List<String> lines = new ArrayList<>();
    lines.add(because());
    for (RiskLevel above : List.of(RiskLevel.values()).reversed()) {
      if (above.compareTo(assessment.level()) < 0) {
        lines.add("not " + above + ": no signal is");
        rows(above)
            .filter(this::isNear)
            .map(row -> "    needs " + need(row) + "; " + lacking(row))
            .forEach(lines::add);
      }
    }
    if (assessment.level() != RiskLevel.STANDARD) {
      lines.add("not less: signals only raise a level, and a person lowers it");
    }
    return lines;
  }

  private String because() {
    List<String> signals =
        assessment.signals().stream()
            .filter(signal -> signal.level() == assessment.level())
            .map(Signal::ruleId)
            .toList();
    if (!signals.isEmpty()) {
      return "because of " + String.join(", ", signals);
    }
    return "because of "
        + rows(assessment.level())
            .filter(row -> row.holds(codes))
            .map(row -> "levels.yaml, " + need(row) + ": " + String.join(", ", having(row)))
            .collect(Collectors.joining("; "));
  }

  private Stream<LevelRow> rows(RiskLevel then) {
    return levels.rows().stream().filter(row -> row.then() == then);
  }

  /// Something of it is there; the other rows would only be noise.
  private boolean isNear(LevelRow row) {
    return row.codes().stream().anyMatch(codes::containsKey)
        || row.atLeast().keySet().stream().anyMatch(level -> LevelRow.count(codes, level) > 0);
  }

  private static String need(LevelRow row) {
    Stream<String> counts =
        new TreeMap<>(row.atLeast())
            .entrySet().stream()
                .map(need -> count(need.getValue()) + " at " + above(need.getKey()));
    return Stream.concat(new TreeSet<>(row.codes()).stream(), counts)
        .collect(Collectors.joining(" and "));
  }

  private String lacking(LevelRow row) {
    Stream<String> missing =
        new TreeSet<>(row.codes())
            .stream().filter(code -> !codes.containsKey(code)).map(code -> code + " is missing");
    Stream<String> tooFew =
        new TreeMap<>(row.atLeast())
            .entrySet().stream()
                .filter(need -> LevelRow.count(codes, need.getKey()) < need.getValue())
                .map(need ->
                    LevelRow.count(codes, need.getKey()) + " found at " + above(need.getKey()));
    return Stream.concat(missing, tooFew).collect(Collectors.joining(", "));
  }

  /// The codes that make a row hold.
  private List<String> having(LevelRow row) {
    return codes.entrySet().stream()
        .filter(one ->
            row.codes().contains(one.getKey())
                || row.atLeast().keySet().stream()
                    .anyMatch(need -> one.getValue().or(need) == one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String count(int codes) {
    return codes == 1 ? "a code" : codes + " codes";
  }

  private static String above(RiskLevel level) {
    return level == RiskLevel.IMMEDIATE ? level.toString() : level + " or above";
  }
}
