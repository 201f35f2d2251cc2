package org.havenline.benchmark;

import java.lang.management.ManagementFactory;

/// Time as it is measured here.
public final class Stopwatch {
  /// Of the searching thread, for a machine that others use as well.
  private static final boolean PROCESSOR = Boolean.getBoolean("processor");

  private Stopwatch() {}

  public static double seconds(long since) {
    return (nanos() - since) / 1e9;
  }

  public static long nanos() {
    return PROCESSOR
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
