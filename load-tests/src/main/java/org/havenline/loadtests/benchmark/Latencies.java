package org.havenline.loadtests.benchmark;

import java.util.Arrays;

/// Times of many answers, in nanoseconds, sorted.
public record Latencies(long[] sorted) {
  public static Latencies of(long[] nanos) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  /// @param share 0.99 for the 99th percentile
  /// @return milliseconds; not a number when there were none
  public double millis(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
