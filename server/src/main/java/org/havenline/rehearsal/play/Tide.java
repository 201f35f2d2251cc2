package org.havenline.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// How many waited at once, at most, in each hour.
final class Tide {
  private final Instant begin;
  private final int[] most;
  private int hour;
  private int waiting;

  Tide(Instant begin, Instant end) {
    this.begin = begin;
    this.most = new int[(int) Duration.between(begin, end.plusSeconds(3599)).toHours()];
  }

  void now(Instant now, int howMany) {
    int until = (int) Math.min(most.length, Duration.between(begin, now).toHours());
    while (hour < until) {
      hour++;
      if (hour < most.length) {
        most[hour] = waiting;
      }
    }
    waiting = howMany;
    if (hour < most.length) {
      most[hour] = Math.max(most[hour], howMany);
    }
  }

  List<Integer> byHour() {
    return Arrays.stream(most).boxed().toList();
  }
}
