package org.havenline.routingconfig;

import java.util.List;
import java.util.random.RandomGenerator;

/// A text with some of it deleted, doubled, changed, or spiced with what readers stumble over.
public final class Mutation {
  private static final int MOST = 4;
  private static final int LONGEST = 20;

  /// Below the surrogates: each is a character by itself.
  private static final int CHARACTERS = 0xD800;

  private Mutation() {}

  public static String of(String text, List<String> spices, RandomGenerator random) {
    var mutated = new StringBuilder(text);
    for (int times = 1 + random.nextInt(MOST); times > 0; times--) {
      int at = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), at + 1 + random.nextInt(LONGEST));
      switch (random.nextInt(4)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(at, spices.get(random.nextInt(spices.size())));
        case 2 -> mutated.insert(at, mutated.substring(at, end));
        default -> mutated.setCharAt(at, (char) random.nextInt(CHARACTERS));
      }
    }
    return mutated.toString();
  }
}
