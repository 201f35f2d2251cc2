package org.havenline.rehearsal.report;

import java.util.List;
import org.havenline.rehearsal.play.Played;
import org.havenline.rehearsal.scenario.Scenario;

/// All that a rehearsal showed.
///
/// @param from first day, ISO 8601
/// @param zone of the line
/// @param within seconds; an answer in this time is a good one
/// @param sides live, then the draft when there is one
/// @param changes from live to draft
public record Report(
    String line,
    String from,
    int days,
    String zone,
    long seed,
    double within,
    int contacts,
    List<Side> sides,
    Changes changes) {

  public Report {
    sides = List.copyOf(sides);
  }

  public static Report of(Scenario scenario, Played live) {
    return of(scenario, List.of(Side.of("live", scenario, live)), Changes.NONE);
  }

  /// @param most examples of each kind of change
  public static Report of(Scenario scenario, Played live, Played draft, int most) {
    return of(
        scenario,
        List.of(Side.of("live", scenario, live), Side.of("draft", scenario, draft)),
        Changes.of(scenario, live, draft, most));
  }

  private static Report of(Scenario scenario, List<Side> sides, Changes changes) {
    return new Report(
        scenario.line(),
        scenario.from().toString(),
        scenario.days(),
        scenario.zone().getId(),
        scenario.seed(),
        scenario.within().toMillis() / 1000.0,
        scenario.arrivals().size(),
        sides,
        changes);
  }
}
