package org.havenline.loadtests.benchmark;

import java.util.Arrays;

/// Times of many answers, in nanoseconds, sorted.
record Latencies(long[] sorted) {
  static Latencies of(long[] nanos) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /// @param share 0.99 for the 99th percentile
  /// @return milliseconds
  double millis(double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
