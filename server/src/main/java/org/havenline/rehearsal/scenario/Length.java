package org.havenline.rehearsal.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.havenline.rehearsal.arrivals.Figures;
import org.havenline.routingconfig.yaml.Fields;

/// How long something takes, by chance.
public sealed interface Length {
  /// What people do with each other: half of the time shorter than the middle, now and then much
  /// longer.
  ///
  /// @param spread standard deviation of the logarithm; 0: always the same
  record Lognormal(Duration median, double spread) implements Length {}

  /// What queueing formulas suppose.
  record Exponential(Duration mean) implements Length {}

  /// No conversation is longer than a day.
  Duration MOST = Duration.ofDays(1);

  double USUAL_SPREAD = 0.7;

  default Duration draw(RandomGenerator random) {
    double millis =
        switch (this) {
          case Lognormal(var median, var spread) ->
              median.toMillis() * Math.exp(spread * random.nextGaussian());
          case Exponential(var mean) -> mean.toMillis() * -Math.log(1 - random.nextDouble());
        };
    return Duration.ofMillis((long) Math.min(millis, (double) MOST.toMillis()));
  }

  /// `median` and `spread`, or `mean`, among other keys.
  static Length read(Fields fields) {
    var median = fields.optional("median").map(v -> v.duration(Duration.ZERO, MOST));
    var spread = fields.optional("spread").map(v -> Figures.decimal(v, 0, 3));
    var mean = fields.optional("mean").map(v -> v.duration(Duration.ZERO, MOST));
    if (median.isPresent() == mean.isPresent() || (mean.isPresent() && spread.isPresent())) {
      fields
          .at()
          .fault(
              "it is not said how long",
              "Give it a 'median' with or without 'spread' (lognormal), or a 'mean' (exponential)");
    }
    return mean.<Length>map(Exponential::new)
        .orElseGet(() -> new Lognormal(median.orElse(Duration.ZERO), spread.orElse(USUAL_SPREAD)));
  }
}
