package org.havenline.routing.proof;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.condition.Mentions;
import org.havenline.routingconfig.hours.Holiday;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.outside.Hours;
import org.havenline.routingconfig.outside.Partner;
import org.havenline.routingconfig.plan.Step;

/// The minutes of a time, folded: between two neighbouring moments nothing changes that a decision
/// or the end of an escalation depends on.
///
/// A change counts at its own moment, for those who arrive then, and once more for each step so
/// much earlier, for those whose step comes due then. Where conditions ask for the time of day or
/// the day of the week, each time they mention is a change as well.
record Moments(RoutingTables tables, Instant from, Instant until) {

  /// What a decision sees of the line and its clock at her arrival.
  ///
  /// @param day of the week, empty when no condition asks
  /// @param hour how many of the times that conditions mention it is past
  record State(boolean open, String holiday, Optional<DayOfWeek> day, int hour) {}

  /// The moments of a channel of a line, by the state in which the line is then.
  Map<State, List<Instant>> of(Line line, Channel channel) {
    var mentions = Kinds.mentions(tables.plan(line.plan()));
    var times = times(mentions);
    var changes = changes(line, channel);
    times.forEach(time -> at(time, line.timeZone(), until).forEach(changes::add));
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
                moment ->
                    new State(
                        tables.hours(line).isOpen(channel, moment),
                        tables.hours(line).holidayAt(moment).map(Holiday::id).orElse(""),
                        Optional.of(moment.atZone(line.timeZone()).getDayOfWeek())
                            .filter(_ -> mentions.attributes().contains("weekday")),
                        times.headSet(moment.atZone(line.timeZone()).toLocalTime(), true).size()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /// Times of day at which a condition about `clock` may change its answer: those it mentions, and
  /// the minute after. Empty when none asks.
  static NavigableSet<LocalTime> times(Mentions mentions) {
    var times = new TreeSet<LocalTime>();
    if (mentions.attributes().contains("clock")) {
      times.add(LocalTime.MIDNIGHT);
      for (var number : mentions.numbers()) {
        // 2160, which no clock shows, parts the same times as 2200
        int minutes = (int) Math.floor(number / 100) * 60 + (int) Math.min(number % 100, 60);
        if (minutes >= 0 && minutes < 24 * 60) {
          var time = LocalTime.MIDNIGHT.plusMinutes(minutes);
          times.add(time);
          times.add(time.plusMinutes(1));
        }
      }
    }
    return times;
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
    return Stream.of(hours.from(), hours.to()).flatMap(time -> at(time, hours.timeZone(), end));
  }

  private Stream<Instant> at(LocalTime time, ZoneId zone, Instant end) {
    return days(zone, end).map(day -> day.atTime(time).atZone(zone).toInstant());
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
