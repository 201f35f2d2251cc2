package org.havenline.routing.proof;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.condition.Attributes;
import org.havenline.routingconfig.condition.Mentions;
import org.havenline.routingconfig.hours.Holiday;
import org.havenline.routingconfig.plan.Plan;

/// Everything the conditions of a plan may ever be asked about: every kind of contact, with the
/// line open and closed, on every holiday and on none, at every hour and on every day of the week
/// that is told apart, whichever day it is today, and in every mode of the house.
final class Circumstances {
  private final RoutingTables tables;
  private final Plan plan;
  private final Mentions mentions;

  Circumstances(RoutingTables tables, Plan plan) {
    this.tables = tables;
    this.plan = plan;
    this.mentions = Kinds.mentions(plan);
  }

  List<Attributes> all() {
    var all = new ArrayList<Attributes>();
    for (var line : tables.lines()) {
      if (line.plan().equals(plan.id())) {
        Kinds.of(tables, line).stream().filter(this::isAsked).forEach(kind -> add(kind, all));
      }
    }
    return all;
  }

  /// What no condition mentions need not vary.
  private boolean isAsked(Triage kind) {
    return (!kind.minor() || mentions.attributes().contains("minor"))
        && (kind.wishes().isEmpty() || mentions.attributes().contains("wishes"));
  }

  private void add(Triage kind, List<Attributes> into) {
    for (var open : mentions.attributes().contains("open") ? List.of(true, false) : List.of(true)) {
      for (var holiday : holidays()) {
        for (var mode : modes()) {
          var seen =
              new Attributes(
                      kind.channel(),
                      kind.language(),
                      kind.confidence(),
                      kind.risk(),
                      kind.country(),
                      kind.minor(),
                      kind.wishes(),
                      open,
                      holiday,
                      mode)
                  .reaching(kind.subLine());
          for (var day : days()) {
            clocks().forEach(clock -> into.add(seen.at(day, clock)));
          }
        }
      }
    }
  }

  private List<Mode> modes() {
    return Coverage.modes(mentions);
  }

  private List<DayOfWeek> days() {
    return mentions.attributes().contains("weekday")
        ? List.of(DayOfWeek.values())
        : List.of(DayOfWeek.MONDAY);
  }

  private List<Integer> clocks() {
    var times = Moments.times(mentions);
    return times.isEmpty()
        ? List.of(0)
        : times.stream().map(time -> time.getHour() * 100 + time.getMinute()).toList();
  }

  private Set<String> holidays() {
    var ids = new LinkedHashSet<>(List.of(""));
    if (mentions.attributes().contains("holiday")) {
      tables.holidays().stream()
          .flatMap(calendar -> calendar.days().stream())
          .map(Holiday::id)
          .forEach(ids::add);
    }
    return ids;
  }
}
