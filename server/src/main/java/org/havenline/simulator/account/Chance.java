package org.havenline.simulator.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// The one source of chance, shared by all threads.
public final class Chance {
  private final RandomGenerator random;

  public Chance(RandomGenerator random) {
    this.random = random;
  }

  /// A Twilio id: two letters and 32 hex digits.
  public synchronized String sid(String prefix) {
    return prefix + "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  public synchronized <T> List<T> shuffled(List<T> items) {
    var copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }
}
