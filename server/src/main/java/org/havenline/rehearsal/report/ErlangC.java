package org.havenline.rehearsal.report;

import java.time.Duration;

/// The queue of the textbooks (M/M/N): arrivals by chance, exponential handling, equal responders
/// with one contact each, nobody gives up, first come first served. A. K. Erlang, 1917.
///
/// @param load in Erlang: arrivals in a time × mean handling in that time
/// @param responders how many
public record ErlangC(double load, int responders) {
  public ErlangC {
    if (!(load >= 0) || responders < 1) {
      throw new IllegalArgumentException("no such queue: " + load + " Erlang, " + responders);
    }
  }

  /// Probability that somebody has to wait, 0 to 1; 1 when there are too few for the load.
  ///
  /// By the inverse of Erlang's B, built up responder by responder: no factorial, no power, so it
  /// neither overflows nor loses digits for thousands of responders.
  public double waits() {
    if (load >= responders) {
      return 1;
    }
    if (load == 0) {
      return 0;
    }
    double inverseB = 1;
    for (int n = 1; n <= responders; n++) {
      inverseB = 1 + inverseB * n / load;
    }
    return 1 / (inverseB - (inverseB - 1) * load / responders);
  }

  /// Mean time until being answered, those who do not wait included; infinite waits are a day.
  public Duration meanWait(Duration handling) {
    return load >= responders
        ? Duration.ofDays(1)
        : Duration.ofMillis(Math.round(waits() * handling.toMillis() / (responders - load)));
  }

  /// Share answered within a time, 0 to 1.
  public double within(Duration time, Duration handling) {
    return load >= responders
        ? 0
        : 1 - waits() * Math.exp(-(responders - load) * time.toMillis() / handling.toMillis());
  }
}
