package org.havenline.benchmark;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs them all and prints each percentile beside its promise; exit code 1 when one is missed. An
/// argument runs only those whose name it is part of.
public final class Benchmarks {
  private record Promise(String benchmark, int percentile, double micros) {}

  private static final List<Promise> PROMISED =
      List.of(
          new Promise("decision", 50, 100),
          new Promise("rematch", 50, 100_000),
          new Promise("week", 50, 5_000_000),
          new Promise("shippedRules", 50, 500),
          new Promise("shippedRules", 99, 2_000),
          new Promise("tenThousandRules", 50, 1_000));

  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    var which = arguments.length == 0 ? "RoutingBenchmark|RiskBenchmark" : arguments[0];
    var results =
        new Runner(new OptionsBuilder().include(which).shouldFailOnError(true).build()).run();
    boolean kept = true;
    System.out.printf("%n%-17s %4s %15s %15s%n", "", "", "measured", "promised");
    for (var promise : PROMISED) {
      var result =
          results.stream()
              .map(one -> one.getPrimaryResult())
              .filter(one -> one.getLabel().equals(promise.benchmark()))
              .findFirst();
      if (result.isEmpty()) {
        // it was not asked for, or it would have failed above
        continue;
      }
      double measured = result.get().getStatistics().getPercentile(promise.percentile());
      kept &= measured <= promise.micros();
      System.out.printf(
          Locale.ROOT,
          "%-17s p%-3d %12.0f µs %12.0f µs  %s%n",
          promise.benchmark(),
          promise.percentile(),
          measured,
          promise.micros(),
          measured <= promise.micros() ? "kept" : "MISSED");
    }
    System.exit(kept ? 0 : 1);
  }
}
