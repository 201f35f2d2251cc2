package org.havenline.command.risk;

import java.util.Arrays;

/// Microseconds of something small, once the machine has warmed to it.
final class Stopwatch {
  private static final int MOST = 2_000;
  private static final long LONGEST_NANOS = 500_000_000;

  private Stopwatch() {}

  /// The median of the later half of many runs, at most half a second of them.
  static long median(Runnable work) {
    long[] nanos = new long[MOST];
    long start = System.nanoTime();
    int runs = 0;
    do {
      long before = System.nanoTime();
      work.run();
      nanos[runs++] = System.nanoTime() - before;
    } while (runs < MOST && System.nanoTime() - start < LONGEST_NANOS);
    long[] later = Arrays.copyOfRange(nanos, runs / 2, runs);
    Arrays.sort(later);
    return later[later.length / 2] / 1_000;
  }
}
