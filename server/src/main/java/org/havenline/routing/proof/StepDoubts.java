package org.havenline.routing.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Rule;
import org.havenline.routingconfig.plan.Step;

/// What stands in the tables and changes nothing: offers that ask nobody more than before, and
/// plans, queues and escalations that nothing leads to.
final class StepDoubts {
  private StepDoubts() {}

  static List<Finding> unused(RoutingTables tables) {
    var plans = tables.lines().stream().map(line -> line.plan()).collect(Collectors.toSet());
    var rules =
        tables.plans().stream()
            .filter(plan -> plans.contains(plan.id()))
            .flatMap(plan -> plan.rules().stream())
            .toList();
    var findings = new ArrayList<Finding>();
    unused(findings, tables, "plan", tables.plans().stream().map(Plan::id), plans, "line");
    unused(
        findings,
        tables,
        "queue",
        tables.queues().stream().map(queue -> queue.id().value()),
        rules.stream().map(rule -> rule.queue().value()).collect(Collectors.toSet()),
        "rule");
    unused(
        findings,
        tables,
        "escalation",
        tables.escalations().stream().map(Escalation::id),
        rules.stream().map(Rule::escalation).collect(Collectors.toSet()),
        "rule");
    return findings;
  }

  private static void unused(
      List<Finding> findings,
      RoutingTables tables,
      String kind,
      Stream<String> declared,
      Set<String> used,
      String by) {
    declared
        .filter(id -> !used.contains(id))
        .forEach(id -> {
          var at = tables.places().of(kind, id);
          findings.add(
              new Finding(
                  at.file(),
                  at.line(),
                  "no %s leads to %s '%s'".formatted(by, kind, id),
                  "Remove it, or name it in a " + by));
        });
  }

  /// @param coverage has gone through all lines
  static List<Finding> idle(RoutingTables tables, Coverage coverage) {
    var works = new HashSet<String>();
    var reached = new HashSet<String>();
    for (var decision : coverage.seen()) {
      var escalation = coverage.escalation(decision.rule());
      reached.add(escalation);
      for (int step = 1; step < decision.asks().size(); step++) {
        if (!decision.asks().get(step).equals(decision.asks().get(step - 1))) {
          works.add(escalation + "/" + (step - 1));
        }
      }
    }
    return tables.escalations().stream()
        .filter(one -> reached.contains(one.id()))
        .flatMap(one -> idle(tables, one, works))
        .toList();
  }

  private static Stream<Finding> idle(RoutingTables tables, Escalation one, Set<String> works) {
    var at = tables.places().of("escalation", one.id());
    return Stream.iterate(0, i -> i < one.steps().size(), i -> i + 1)
        .filter(i -> one.steps().get(i).does() instanceof Step.Offer)
        .filter(i -> !works.contains(one.id() + "/" + i))
        .map(i ->
            new Finding(
                at.file(),
                at.line(),
                "step %d of escalation '%s' asks nobody who was not asked before, and no more at once"
                    .formatted(i + 1, one.id()),
                "Remove the step, or let it relax or ask more"));
  }
}
