package org.havenline.routingconfig.plan;

import java.util.List;
import java.util.function.Supplier;
import org.havenline.routingconfig.asking.Care;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.yaml.Fields;

/// An ordered list of rules. The first that matches decides; the last matches everything.
///
/// @param care what holds whichever rule matches
public record Plan(String id, List<Rule> rules, Care care) {

  public static Plan read(Fields fields, Supplier<Conditions> conditions) {
    var id = fields.required("id").map(v -> v.declares("plan")).orElse("");
    var rules = fields.each("rules", rule -> checked(Rule.read(rule, conditions), rule));
    for (int i = 0; i < rules.size() - 1; i++) {
      if (!rules.get(i).rule().conditional()) {
        rules
            .get(i + 1)
            .at()
            .at()
            .fault(
                "this rule can never match: '" + rules.get(i).rule().id() + "' takes everything",
                "Give that rule a 'when', or move it to the end");
      }
    }
    if (rules.isEmpty() || rules.getLast().rule().conditional()) {
      (rules.isEmpty() ? fields : rules.getLast().at())
          .at()
          .fault(
              "a contact may match no rule of plan '" + id + "'",
              "Add a last rule without 'when', which takes everyone");
    }
    return new Plan(id, rules.stream().map(Checked::rule).toList(), Care.read(fields));
  }

  private record Checked(Rule rule, Fields at) {}

  private static Checked checked(Rule rule, Fields at) {
    return new Checked(rule, at);
  }
}
