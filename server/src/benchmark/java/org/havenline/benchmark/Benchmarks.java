package org.havenline.benchmark;

import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs them all and prints each median beside its promise; exit code 1 when one is missed.
public final class Benchmarks {
  /// What was promised, in microseconds.
  private static final Map<String, Double> PROMISED =
      Map.of("decision", 100.0, "rematch", 100_000.0, "week", 5_000_000.0);

  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    var results =
        new Runner(new OptionsBuilder().include("RoutingBenchmark").shouldFailOnError(true).build())
            .run();
    boolean kept = results.size() == PROMISED.size();
    System.out.printf("%n%-10s %15s %15s%n", "median of", "measured", "promised");
    for (var result : results) {
      var name = result.getPrimaryResult().getLabel();
      double median = result.getPrimaryResult().getStatistics().getPercentile(50);
      double promised = PROMISED.getOrDefault(name, 0.0);
      kept &= median <= promised;
      System.out.printf(
          Locale.ROOT,
          "%-10s %12.0f µs %12.0f µs  %s%n",
          name,
          median,
          promised,
          median <= promised ? "kept" : "MISSED");
    }
    System.exit(kept ? 0 : 1);
  }
}
