package org.havenline.simulator.voice.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// How status callbacks arrive: late, repeated and so out of order, or never, by chance.
///
/// @param most how late at most
/// @param repeated the share that comes twice or three times, 0 to 1
/// @param lost the share that never comes, 0 to 1
public record Disorder(Duration most, double repeated, double lost) {
  /// In order, at once, once.
  public static final Disorder NONE = new Disorder(Duration.ZERO, 0);

  /// None is lost.
  public Disorder(Duration most, double repeated) {
    this(most, repeated, 0);
  }

  /// After how long one callback arrives, for each time it does.
  public List<Duration> arrivals(RandomGenerator random) {
    if (lost > 0 && random.nextDouble() < lost) {
      return List.of();
    }
    var arrivals = new ArrayList<Duration>();
    do {
      arrivals.add(
          most.isZero() ? Duration.ZERO : Duration.ofMillis(random.nextLong(most.toMillis() + 1)));
    } while (arrivals.size() < 3 && random.nextDouble() < repeated);
    return arrivals;
  }
}
