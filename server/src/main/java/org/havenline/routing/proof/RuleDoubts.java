package org.havenline.routing.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.condition.Attributes;
import org.havenline.routingconfig.condition.Condition;
import org.havenline.routingconfig.condition.Condition.Answer;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Rule;

/// Rules that never count: their condition is true for nobody, or others always take their contacts
/// first. Found by asking every condition about every kind of contact.
final class RuleDoubts {
  /// What was seen of one rule.
  private static final class Seen {
    private boolean everTrue;
    private boolean everDecides;
    private final Set<String> takenBy = new LinkedHashSet<>();
  }

  private RuleDoubts() {}

  static List<Finding> of(RoutingTables tables, Plan plan) {
    var contacts = new Circumstances(tables, plan).all();
    if (contacts.isEmpty()) {
      return List.of(); // no line has this plan, which is a doubt of its own
    }
    Map<Rule, Seen> seen = new LinkedHashMap<>();
    plan.rules().forEach(rule -> seen.put(rule, new Seen()));
    for (var contact : contacts) {
      ask(plan, contact, seen);
    }
    var findings = new ArrayList<Finding>();
    seen.forEach((rule, what) -> {
      if (!what.everDecides && rule.when().filter(Condition::asksForOwn).isEmpty()) {
        var at = tables.places().of("rule", rule.id().value());
        findings.add(new Finding(at.file(), at.line(), fault(rule, what), remedy(what)));
      }
    });
    return findings;
  }

  private static void ask(Plan plan, Attributes contact, Map<Rule, Seen> seen) {
    Rule decides = null;
    for (var rule : plan.rules()) {
      boolean matches =
          rule.when().map(when -> when.ask(contact) == Answer.YES).orElse(!rule.conditional());
      if (matches) {
        var what = Objects.requireNonNull(seen.get(rule));
        what.everTrue = true;
        if (decides == null) {
          decides = rule;
          what.everDecides = true;
        } else {
          what.takenBy.add(decides.id().value());
        }
      }
    }
  }

  private static String fault(Rule rule, Seen what) {
    return what.everTrue
        ? "rule '%s' can never decide: all its contacts are taken before by %s"
            .formatted(
                rule.id(),
                what.takenBy.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ")))
        : "rule '%s' can never match: no contact of a line with this plan is as its 'when' says"
            .formatted(rule.id());
  }

  private static String remedy(Seen what) {
    return what.everTrue
        ? "Move it above them, or remove it"
        : "Correct the condition, or remove the rule";
  }
}
