package org.havenline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.havenline.rehearsal.play.Fate;
import org.havenline.rehearsal.play.Matcher;
import org.havenline.rehearsal.play.Rehearsal;
import org.havenline.rehearsal.report.ErlangC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With Poisson arrivals, exponential handling and equal responders, a rehearsal is the queue of
/// the textbooks: what share waits, how long on average, and how many longer than a while.
///
/// 20 independent weeks each, the first tenth of each thrown away since it begins empty; the
/// formula must lie in the 99.9 % interval of their means (Student's t, 19 degrees of freedom).
class TextbookQueueTest {
  private static final int WEEKS = 20;
  private static final int CONTACTS = 3024;
  private static final double T = 3.883;
  private static final Duration WEEK = Duration.ofDays(7);

  private record Interval(double mean, double half) {
    static Interval of(double[] values) {
      double mean =
          IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      double error = Math.sqrt(squares / (values.length - 1.0) / values.length);
      return new Interval(mean, T * error);
    }

    boolean holds(double value) {
      return Math.abs(value - mean) <= half;
    }
  }

  /// What is compared: the share that waits, the mean wait in handling times, the share that waits
  /// longer than a quarter of one.
  private record Measured(Interval waits, Interval mean, Interval late) {}

  private static Duration handling(double load) {
    return Duration.ofMillis(Math.round(load * WEEK.toMillis() / CONTACTS));
  }

  /// @param faster by which factor handling really is
  private static Measured measured(double load, int responders, double faster, Matcher matcher) {
    var tables = Stage.alike(responders);
    long seconds = Math.round(handling(load).toMillis() / 1000.0 / faster);
    var waits = new ArrayList<Double>();
    var means = new ArrayList<Double>();
    var late = new ArrayList<Double>();
    for (int week = 0; week < WEEKS; week++) {
      var scenario =
          Stage.scenario(
              """
              line: queue
              from: 2026-11-23
              seed: %d
              arrivals: {a-week: %d}
              responders: {reaction: {median: 0s, spread: 0}}
              handling: [{mean: %ds}]
              """
                  .formatted(1000 + week, CONTACTS, seconds),
              tables);
      var fates = Rehearsal.play(tables, scenario, matcher, () -> false).fates();
      var kept = fates.subList(fates.size() / 10, fates.size());
      double unit = handling(load).toMillis();
      waits.add(mean(kept, one -> one.waited().isZero() ? 0 : 1));
      means.add(mean(kept, one -> one.waited().toMillis() / unit));
      late.add(mean(kept, one -> one.waited().toMillis() > unit / 4 ? 1 : 0));
    }
    return new Measured(interval(waits), interval(means), interval(late));
  }

  private static Interval interval(List<Double> values) {
    return Interval.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double mean(List<Fate> fates, ToDoubleFunction<Fate> value) {
    return fates.stream().mapToDouble(value).average().orElseThrow();
  }

  private static boolean agrees(Measured seen, double load, int responders) {
    var formula = new ErlangC(load, responders);
    double mean = formula.waits() / (responders - load);
    double late = formula.waits() * Math.exp(-(responders - load) / 4);
    System.out.println(
        String.format(
            Locale.ROOT,
            "A=%.1f N=%d seeds 1000-%d: P(wait) %.4f ± %.4f, formula %.4f; mean %.4f ± %.4f, %.4f;"
                + " late %.4f ± %.4f, %.4f",
            load,
            responders,
            999 + WEEKS,
            seen.waits.mean,
            seen.waits.half,
            formula.waits(),
            seen.mean.mean,
            seen.mean.half,
            mean,
            seen.late.mean,
            seen.late.half,
            late));
    return seen.waits.holds(formula.waits()) && seen.mean.holds(mean) && seen.late.holds(late);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "3, 4", "10, 13", "0.5, 1"})
  void rehearsalAgreesWithErlangC(double load, int responders) {
    assertThat(agrees(measured(load, responders, 1, Matcher.REAL), load, responders)).isTrue();
  }

  @Test
  void handlingATenthFasterIsSeen() {
    assertThat(agrees(measured(10, 13, 1.1, Matcher.REAL), 10, 13)).isFalse();
  }

  @Test
  void theLastComeServedFirstIsSeen() {
    Matcher wrong = (waiting, free, now) -> Matcher.REAL.propose(waiting.reversed(), free, now);
    var seen = measured(3, 4, 1, wrong);
    assertThat(agrees(seen, 3, 4)).isFalse();
    // the order changes neither how many wait nor how long on average: only who
    assertThat(seen.waits.holds(new ErlangC(3, 4).waits())).isTrue();
  }

  @Test
  void aResponderNobodyAsksIsSeen() {
    Matcher wrong =
        (waiting, free, now) ->
            Matcher.REAL.propose(
                waiting, free.stream().filter(one -> !one.id().value().equals("r0")).toList(), now);
    assertThat(agrees(measured(10, 13, 1, wrong), 10, 13)).isFalse();
  }
}
