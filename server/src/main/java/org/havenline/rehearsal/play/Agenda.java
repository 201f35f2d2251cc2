package org.havenline.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The virtual clock: what is to happen, in order of time; at the same time in the order noted.
final class Agenda {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparingLong(Entry::number);

  private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
  private Instant now;
  private long number;

  private record Entry(Instant at, long number, Runnable what) {}

  Agenda(Instant now) {
    this.now = now;
  }

  Instant now() {
    return now;
  }

  /// What should have been before now happens now.
  void at(Instant time, Runnable what) {
    entries.add(new Entry(time.isBefore(now) ? now : time, number++, what));
  }

  void after(Duration pause, Runnable what) {
    at(now.plus(pause), what);
  }

  /// Goes on to the next entry and does it.
  ///
  /// @param end nothing later is done
  /// @return whether there was one
  boolean next(Instant end) {
    var next = entries.peek();
    if (next == null || next.at().isAfter(end)) {
      return false;
    }
    entries.poll();
    now = next.at();
    next.what().run();
    return true;
  }
}
