package org.havenline.routingconfig.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A time with an end.
///
/// @param until not part of it
public record Interval(Instant from, Instant until) {

  /// All times together: in order, apart from each other, those that touch joined.
  static List<Interval> union(Stream<Interval> intervals) {
    var joined = new ArrayList<Interval>();
    intervals
        .sorted(Comparator.comparing(Interval::from))
        .forEach(next -> {
          if (joined.isEmpty() || next.from().isAfter(joined.getLast().until())) {
            joined.add(next);
          } else if (next.until().isAfter(joined.getLast().until())) {
            joined.set(joined.size() - 1, new Interval(joined.getLast().from(), next.until()));
          }
        });
    return joined;
  }

  /// What of this time others leave free.
  public List<Interval> without(Stream<Interval> others) {
    var free = new ArrayList<Interval>();
    var since = from;
    for (var other : union(others)) {
      if (other.from().isAfter(since) && since.isBefore(until)) {
        free.add(new Interval(since, other.from().isBefore(until) ? other.from() : until));
      }
      since = other.until().isAfter(since) ? other.until() : since;
    }
    if (since.isBefore(until)) {
      free.add(new Interval(since, until));
    }
    return free;
  }
}
