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
/// Each list in the order of files and lines.
///
/// @param falls for whom the tables end without a human
/// @param doubts what is probably not meant, though everybody is answered: rules nobody reaches,
///   languages nobody on shift speaks, gaps in the roster
/// @param pairs how many kinds of contact at how many moments were looked at
public record Proof(List<Finding> falls, List<Finding> doubts, long pairs) {
  /// How far ahead.
  public static final Duration AHEAD = Duration.ofDays(14);

  /// @param from the first minute that is looked at
  public static Proof of(RoutingTables tables, Instant from) {
    var until = from.plus(AHEAD);
    var coverage = new Coverage(tables, new Moments(tables, from, until));
    var falls = new ArrayList<Finding>();
    var findings = new ArrayList<>(tables.roster().gaps(from, until));
    var shifts = new TreeSet<>(tables.roster().changes(from, until));
    shifts.add(from);
    for (var line : tables.lines()) {
      coverage.of(line).forEach(found -> falls.add(finding(tables, found)));
      findings.addAll(StaffDoubts.languages(tables, line, shifts));
    }
    tables.plans().forEach(plan -> findings.addAll(RuleDoubts.of(tables, plan)));
    findings.addAll(StepDoubts.unused(tables));
    findings.addAll(StepDoubts.idle(tables, coverage));
    findings.addAll(StaffDoubts.requirements(tables, coverage));
    return new Proof(inOrder(falls), inOrder(findings), coverage.pairs());
  }

  /// Everything; empty when nothing is wrong.
  public List<Finding> findings() {
    var all = new ArrayList<>(falls);
    all.addAll(doubts);
    return inOrder(all);
  }

  private static List<Finding> inOrder(List<Finding> findings) {
    return findings.stream()
        .distinct()
        .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
        .toList();
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
