package org.havenline.routing;

import java.time.Duration;
import java.time.Instant;
import org.havenline.routingconfig.RiskLevel;

/// The place of a contact in its queue, as a number of milliseconds: the smaller, the sooner
/// served.
///
/// It is the arrival less a constant head start, so it never has to be computed anew while she
/// waits, and a contact that came a head start later can no longer overtake: nobody starves.
/// `IMMEDIATE` lies a fixed 4·10^12 ms (some 127 years) lower and so before all others, first come
/// first served among themselves. All values stay below 2^53 and are exact as scores of Redis,
/// which are doubles.
final class VirtualArrival {
  static final long IMMEDIATE_BEFORE_ALL = 4_000_000_000_000L;

  private VirtualArrival() {}

  static long of(Instant arrived, Duration headStart, RiskLevel risk) {
    long place = arrived.toEpochMilli() - headStart.toMillis();
    return risk == RiskLevel.IMMEDIATE ? place - IMMEDIATE_BEFORE_ALL : place;
  }
}
