package org.havenline.command.risk;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// Microseconds of something small, once the machine has warmed to it: processor time of this
/// thread, which other work on the machine does not lengthen.
final class Stopwatch {
  private static final int MOST = 2_000;
  private static final long LONGEST_NANOS = 3_000_000_000L;

  private Stopwatch() {}

  /// The median of the later half of many runs, at most three seconds of them.
  static long median(Runnable work) {
    var thread = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[MOST];
    long start = System.nanoTime();
    int runs = 0;
    do {
      long before = thread.getCurrentThreadCpuTime();
      work.run();
      nanos[runs++] = thread.getCurrentThreadCpuTime() - before;
    } while (runs < MOST && System.nanoTime() - start < LONGEST_NANOS);
    long[] later = Arrays.copyOfRange(nanos, runs / 2, runs);
    Arrays.sort(later);
    return later[later.length / 2] / 1_000;
  }
}
