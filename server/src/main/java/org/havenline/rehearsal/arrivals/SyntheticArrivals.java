package org.havenline.rehearsal.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.havenline.routingconfig.RiskLevel;

/// Arrivals by chance: a Poisson process whose rate changes from hour to hour. Surges are processes
/// of their own on top of it.
public final class SyntheticArrivals {
  private static final double HOUR = Duration.ofHours(1).toMillis();

  private final Demand demand;
  private final ZoneId zone;
  private final RandomGenerator random;
  private final List<Arrival> all = new ArrayList<>();

  private SyntheticArrivals(Demand demand, ZoneId zone, RandomGenerator random) {
    this.demand = demand;
    this.zone = zone;
    this.random = random;
  }

  /// How many come on average, before any is made.
  public static double expected(Demand demand, ZoneId zone, Instant from, Instant until) {
    double all = 0;
    for (var hour = from; hour.isBefore(until); hour = hour.plus(Duration.ofHours(1))) {
      var local = hour.atZone(zone).toLocalDateTime();
      double times =
          demand.surges().stream()
              .filter(surge -> surge.at(local))
              .mapToDouble(surge -> surge.times() - 1)
              .sum();
      all += demand.inHour(local) * (1 + times);
    }
    return all;
  }

  public static List<Arrival> of(
      Demand demand, ZoneId zone, Instant from, Instant until, RandomGenerator random) {
    var made = new SyntheticArrivals(demand, zone, random);
    for (var hour = from; hour.isBefore(until); hour = hour.plus(Duration.ofHours(1))) {
      made.addHour(hour, until);
    }
    return made.all.stream().sorted(Comparator.comparing(Arrival::at)).toList();
  }

  private void addHour(Instant hour, Instant until) {
    var local = hour.atZone(zone).toLocalDateTime();
    double usual = demand.inHour(local);
    add(hour, until, usual, Optional.empty(), Optional.empty());
    for (var surge : demand.surges()) {
      if (surge.at(local)) {
        add(hour, until, usual * (surge.times() - 1), surge.language(), surge.risk());
      }
    }
  }

  /// Gaps between arrivals are exponential; what goes past the hour is forgotten, as chance has no
  /// memory.
  private void add(
      Instant hour,
      Instant until,
      double howMany,
      Optional<String> language,
      Optional<RiskLevel> risk) {
    if (howMany <= 0) {
      return;
    }
    double gap = HOUR / howMany;
    for (double after = gap * exponential(); after < HOUR; after += gap * exponential()) {
      var at = hour.plusMillis((long) after);
      long luck = random.nextLong();
      if (at.isBefore(until)) {
        all.add(
            new Arrival(at, demand.mix().draw(new SplittableRandom(luck), language, risk), ~luck));
      }
    }
  }

  private double exponential() {
    return -Math.log(1 - random.nextDouble());
  }
}
