package org.havenline.routingconfig.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.oncall.Callee;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.shift.Attendance;
import org.havenline.routingconfig.shift.Shift;
import org.havenline.routingconfig.shift.Turn;
import org.havenline.routingconfig.yaml.Places;

/// Who should be there at any moment. Shifts promise, presence tells: live routing offers only to
/// those who have signed in, on shift or not.
///
/// Nothing is kept between two questions: all answers are worked out from the tables each time, in
/// microseconds for a moment and milliseconds for two weeks of fifty shifts.
///
/// @param phones number (E.164) of each responder who has one; never printed
/// @param places of shifts and on-call entries
public record Roster(
    List<Shift> shifts,
    Attendance attendance,
    List<OnCall> onCall,
    Map<String, String> phones,
    Places places) {

  /// Without any shift in the tables, whoever signs in is on duty, and there is nothing to expect.
  public boolean planned() {
    return !shifts.isEmpty();
  }

  /// Every turn of a shift that overlaps a time, whole, in the order in which they begin.
  public List<Turn> turns(Instant since, Instant before) {
    return shifts.stream()
        .flatMap(shift -> shift.turns(since, before, attendance))
        .sorted(Comparator.comparing(Turn::from))
        .toList();
  }

  /// Ids of the responders who should be there.
  public Set<String> onShift(Instant now) {
    return turns(now, now.plusNanos(1)).stream()
        .flatMap(turn -> turn.who().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Who is on call in an entry. Nobody while its rotation has not begun or everyone is away.
  ///
  /// @throws java.util.NoSuchElementException when there is no such entry
  public List<Callee> onCall(String entry, Instant now) {
    return entry(entry).at(now, attendance.absences());
  }

  /// The numbers to text now (E.164): of those on call or, when that is nobody, of everyone of the
  /// entry, away or not. A page to someone on leave is better than a page to no one.
  public List<String> numbersToPage(String entry, Instant now) {
    var onCallNow = onCall(entry, now);
    return (onCallNow.isEmpty() ? entry(entry).everyone() : onCallNow)
        .stream().flatMap(this::number).distinct().toList();
  }

  private Stream<String> number(Callee callee) {
    return switch (callee) {
      case Callee.Phone(var number) -> Stream.of(number);
      case Callee.Person(var responder) -> Stream.ofNullable(phones.get(responder));
    };
  }

  /// Who is on call in an entry during every moment of a time. A new span begins when somebody else
  /// is on call and at each hand-over, even to the same person.
  public List<Span> onCallSpans(String entry, Instant since, Instant before) {
    var described = entry(entry);
    var handOvers =
        described.rotation().stream()
            .flatMap(turns -> turns.handOvers(since, before))
            .collect(Collectors.toSet());
    var exceptions =
        described.rotation().stream()
            .flatMap(turns -> turns.exceptions(attendance.absences()))
            .filter(moment -> moment.isAfter(since) && moment.isBefore(before));
    var spans = new ArrayList<Span>();
    spans.add(new Span(since, before, onCall(entry, since)));
    Stream.concat(handOvers.stream(), exceptions)
        .distinct()
        .sorted()
        .forEach(moment -> {
          var last = spans.getLast();
          var onCallNow = onCall(entry, moment);
          if (handOvers.contains(moment) || !last.onCall().equals(onCallNow)) {
            spans.set(spans.size() - 1, new Span(last.from(), moment, last.onCall()));
            spans.add(new Span(moment, before, onCallNow));
          }
        });
    return spans;
  }

  /// Every moment within a time, its ends excluded, at which somebody else is on shift or on call
  /// than just before.
  public List<Instant> changes(Instant since, Instant before) {
    var byResponder =
        turns(since, before).stream()
            .flatMap(turn -> turn.who().stream().map(who -> Map.entry(who, time(turn))))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    var shiftChanges =
        byResponder.values().stream()
            .flatMap(times -> Interval.union(times.stream()).stream())
            .flatMap(time -> Stream.of(time.from(), time.until()));
    var callChanges =
        onCall.stream().flatMap(entry -> callChanges(onCallSpans(entry.id(), since, before)));
    return Stream.concat(shiftChanges, callChanges)
        .filter(moment -> moment.isAfter(since) && moment.isBefore(before))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Instant> callChanges(List<Span> spans) {
    var changes = new ArrayList<Instant>();
    for (int i = 1; i < spans.size(); i++) {
      if (!spans.get(i).onCall().equals(spans.get(i - 1).onCall())) {
        changes.add(spans.get(i).from());
      }
    }
    return changes.stream();
  }

  /// When nobody is on shift and nobody on call either. None when there are no shifts: then nobody
  /// has said who should be there.
  public List<Interval> unattended(Instant since, Instant before) {
    return planned()
        ? new Interval(since, before)
            .without(Stream.concat(attended(since, before), reachable(since, before)))
        : List.of();
  }

  /// When nobody is on shift, on call or not.
  public List<Interval> withoutShift(Instant since, Instant before) {
    return new Interval(since, before).without(attended(since, before));
  }

  private Stream<Interval> attended(Instant since, Instant before) {
    return turns(since, before).stream().filter(turn -> !turn.who().isEmpty()).map(Roster::time);
  }

  private Stream<Interval> reachable(Instant since, Instant before) {
    return onCall.stream()
        .flatMap(entry -> onCallSpans(entry.id(), since, before).stream())
        .filter(span -> !span.onCall().isEmpty())
        .map(Span::time);
  }

  private static Interval time(Turn turn) {
    return new Interval(turn.from(), turn.until());
  }

  /// What is wrong with the roster of a time to come. Tables with such a finding may be in force: a
  /// server must start although somebody is ill next week.
  public List<Finding> gaps(Instant since, Instant before) {
    return new Gaps(this, since, before).findings();
  }

  private OnCall entry(String id) {
    return onCall.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return "Roster[" + shifts.size() + " shifts, " + onCall.size() + " on call]";
  }
}
