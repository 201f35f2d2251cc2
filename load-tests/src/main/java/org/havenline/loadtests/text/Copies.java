package org.havenline.loadtests.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Texts as an unlucky network delivers them: each one to five times, in any order.
public final class Copies {
  private static final int SHUFFLED_AT_ONCE = 400;
  private static final int MOST = 5;

  private final Phones phones;
  private final RandomGenerator random;
  private final Deque<Text> ready = new ArrayDeque<>();
  private int left;

  /// @param texts different ones in all
  public Copies(Phones phones, RandomGenerator random, int texts) {
    this.phones = phones;
    this.random = random;
    this.left = texts;
  }

  public synchronized Optional<Text> next() {
    if (ready.isEmpty()) {
      fill();
    }
    return Optional.ofNullable(ready.poll());
  }

  private void fill() {
    var some = new ArrayList<Text>();
    for (int i = Math.min(left, SHUFFLED_AT_ONCE); i > 0; i--) {
      some.addAll(Collections.nCopies(1 + random.nextInt(MOST), phones.next()));
      left--;
    }
    Collections.shuffle(some, new Random(random.nextLong()));
    ready.addAll(some);
  }
}
