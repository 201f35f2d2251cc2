package org.havenline.rehearsal;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.havenline.rehearsal.play.Matcher;
import org.havenline.rehearsal.play.Rehearsal;
import org.havenline.rehearsal.report.Report;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.routingconfig.RoutingTables;

/// Plays a scenario with the tables in force, and with a draft beside them.
///
/// @param most examples of each kind of change in the report
/// @param overdue asked now and then; a `true` ends it
public record Simulation(int most, BooleanSupplier overdue) {
  /// @throws Rehearsal.TookTooLong when overdue
  public Report run(Scenario scenario, RoutingTables live, Optional<RoutingTables> draft) {
    var played = Rehearsal.play(live, scenario, Matcher.REAL, overdue);
    return draft
        .map(tables -> Rehearsal.play(tables, scenario, Matcher.REAL, overdue))
        .map(other -> Report.of(scenario, played, other, most))
        .orElseGet(() -> Report.of(scenario, played));
  }
}
