package org.havenline.routing.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RoutingTables;

/// Everything that can be proven wrong with tables whose every single entry is sound.
///
/// @param findings all at once, in the order of files and lines; empty when nothing is wrong
/// @param pairs how many kinds of contact at how many moments were looked at
public record Proof(List<Finding> findings, long pairs) {
  /// How far ahead.
  public static final Duration AHEAD = Duration.ofDays(14);

  /// @param from the first minute that is looked at
  public static Proof of(RoutingTables tables, Instant from) {
    var until = from.plus(AHEAD);
    var coverage = new Coverage(tables, new Moments(tables, from, until));
    var findings = new ArrayList<>(tables.roster().gaps(from, until));
    var shifts = new TreeSet<>(tables.roster().changes(from, until));
    shifts.add(from);
    for (var line : tables.lines()) {
      coverage.of(line).forEach(found -> findings.add(finding(tables, found)));
      findings.addAll(StaffDoubts.languages(tables, line, shifts));
    }
    tables.plans().forEach(plan -> findings.addAll(RuleDoubts.of(tables, plan)));
    findings.addAll(StepDoubts.unused(tables));
    findings.addAll(StepDoubts.idle(tables, coverage));
    findings.addAll(StaffDoubts.requirements(tables, coverage));
    return new Proof(
        findings.stream()
            .distinct()
            .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
            .toList(),
        coverage.pairs());
  }

  private static Finding finding(RoutingTables tables, Counterexample found) {
    var at = tables.places().of("escalation", found.escalation());
    return new Finding(
        at.file(),
        at.line(),
        "somebody falls through: " + found,
        "End it with a page that somebody is on call for, a partner who takes everyone, or a"
            + " call-back");
  }
}
