package org.havenline.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;

/// Tries every rule on the examples its author wrote. They are written by us, never by a person who
/// asked for help, so findings may quote them.
public final class RuleExamples {
  private RuleExamples() {}

  /// The examples that come out otherwise than their author says.
  public static List<Finding> failing(RiskMonitor monitor, RiskRules rules) {
    List<Finding> failing = new ArrayList<>();
    for (RiskRule rule : rules.rules()) {
      for (String text : rule.match()) {
        if (!finds(monitor, rule, text)) {
          failing.add(finding(rule, "does not find", text, "Widen the query or drop the example"));
        }
      }
      for (String text : rule.noMatch()) {
        if (finds(monitor, rule, text)) {
          failing.add(finding(rule, "finds", text, "Narrow the query or add unless"));
        }
      }
    }
    return failing;
  }

  private static boolean finds(RiskMonitor monitor, RiskRule rule, String text) {
    return monitor.assess(text, Set.of(rule.language())).signals().stream()
        .anyMatch(signal -> signal.ruleId().equals(rule.id()));
  }

  private static Finding finding(RiskRule rule, String does, String text, String remedy) {
    return new Finding(
        rule.file(), rule.line(), rule.id() + " " + does + " \"" + text + "\"", remedy);
  }
}
