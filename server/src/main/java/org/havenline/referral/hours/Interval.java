package org.havenline.referral.hours;

import java.time.Instant;

/// Open from `start`, inclusive, to `end`, exclusive.
public record Interval(Instant start, Instant end) {
  boolean holds(Instant moment) {
    return !moment.isBefore(start) && moment.isBefore(end);
  }
}
