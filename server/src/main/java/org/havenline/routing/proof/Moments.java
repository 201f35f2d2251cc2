package org.havenline.routing.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.hours.Holiday;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.outside.Hours;
import org.havenline.routingconfig.outside.Partner;
import org.havenline.routingconfig.plan.Step;

/// The minutes of a time, folded: between two neighbouring moments nothing changes that a decision
/// or the end of an escalation depends on.
///
/// A change counts at its own moment, for those who arrive then, and once more for each step so
/// much earlier, for those whose step comes due then.
record Moments(RoutingTables tables, Instant from, Instant until) {

  /// What a decision sees of the line at her arrival.
  record State(boolean open, String holiday) {}

  /// The moments of a channel of a line, by the state in which the line is then.
  Map<State, List<Instant>> of(Line line, Channel channel) {
    var changes = changes(line, channel);
    var delays = delays();
    var arrivals = new TreeSet<>(Set.of(from));
    for (var change : changes) {
      for (var delay : delays) {
        var arrival = change.minus(delay);
        if (arrival.isAfter(from) && arrival.isBefore(until)) {
          arrivals.add(arrival);
        }
      }
    }
    return arrivals.stream()
        .collect(
            Collectors.groupingBy(
                moment -> state(line, channel, moment), LinkedHashMap::new, Collectors.toList()));
  }

  private State state(Line line, Channel channel, Instant moment) {
    return new State(
        tables.hours(line).isOpen(channel, moment),
        tables.hours(line).holidayAt(moment).map(Holiday::id).orElse(""));
  }

  private NavigableSet<Instant> changes(Line line, Channel channel) {
    var end = until.plus(delays().stream().max(Duration::compareTo).orElse(Duration.ZERO));
    var changes = new TreeSet<>(tables.roster().changes(from, end));
    midnights(line.timeZone(), end).forEach(changes::add);
    for (var next = tables.hours(line).at(channel, from).until();
        next.isPresent() && next.get().isBefore(end);
        next = tables.hours(line).at(channel, next.get()).until()) {
      changes.add(next.get());
    }
    tables.partners().stream()
        .map(Partner::hours)
        .flatMap(hours -> turns(hours, end))
        .forEach(changes::add);
    return changes;
  }

  /// A holiday begins and ends with its date.
  private Stream<Instant> midnights(ZoneId zone, Instant end) {
    return days(zone, end).map(day -> day.atStartOfDay(zone).toInstant());
  }

  private Stream<Instant> turns(Hours hours, Instant end) {
    return days(hours.timeZone(), end)
        .flatMap(day ->
            Stream.of(hours.from(), hours.to())
                .map(time -> day.atTime(time).atZone(hours.timeZone()).toInstant()));
  }

  private Stream<LocalDate> days(ZoneId zone, Instant end) {
    return LocalDate.ofInstant(from, zone).datesUntil(LocalDate.ofInstant(end, zone).plusDays(2));
  }

  private Set<Duration> delays() {
    return tables.escalations().stream()
        .flatMap(one -> one.steps().stream())
        .flatMap(step ->
            step.does() instanceof Step.CallBack promise
                ? Stream.of(step.after(), step.after().plus(promise.within()))
                : Stream.of(Duration.ZERO, step.after()))
        .collect(Collectors.toSet());
  }
}
