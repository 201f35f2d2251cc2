package org.havenline.loadtests.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.loadtests.benchmark.ClosedLoop.Round;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Store;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.text.SignedForm;
import org.havenline.loadtests.truth.Held;

/// Our signed webhook beside a bare server, in turn, on one Redis with `appendfsync always`. Ratios
/// hold on other machines; figures do not.
public final class SideBySide {
  private static final double LEAST_RATE = 0.5;
  private static final double MOST_P99 = 3;

  /// Before rounds count: both servers run for weeks, and a JVM needs some 40,000 requests until
  /// its speed stops rising.
  private static final int WARM_UPS = 3;

  private final Report report;
  private final RandomGenerator random;

  public SideBySide(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// @param rounds of each, after three to warm up
  /// @param texts a round
  public void run(int rounds, int texts) {
    try (var place = Workplace.open("benchmark");
        var store = Store.start(place.resolve("redis"));
        var bare = BareProcess.start(store.url(), place.resolve("bare.log"));
        var node = new Node(NodeSettings.external(place.resolve("node"), store.url()))) {
      node.start();
      for (int connections : List.of(64, 128)) {
        var bareRounds = new ArrayList<Round>();
        var ourRounds = new ArrayList<Round>();
        for (int i = 1 - WARM_UPS; i <= rounds; i++) {
          var a = ClosedLoop.run(bare.port(), requests(texts), connections);
          var b = ClosedLoop.run(node.settings().port(), requests(texts), connections);
          settle(store);
          if (i > 0) {
            bareRounds.add(a);
            ourRounds.add(b);
          }
          report.progress(
              "%d connections, %s: bare %s | ours %s"
                  .formatted(
                      connections, i < 1 ? "warm-up" : "round " + i, describe(a), describe(b)));
        }
        rows(connections, bareRounds, ourRounds);
      }
    }
  }

  private List<byte[]> requests(int texts) {
    var phones = new Phones(random, texts / 4, random.nextInt(9_000_000));
    return Stream.generate(phones::next).limit(texts).map(SignedForm::request).toList();
  }

  /// So that our work behind the acknowledgement does not slow the bare server's next round.
  private static void settle(Store store) {
    try (var redis = store.connect()) {
      Held.awaitSettled(redis, Duration.ofMinutes(10));
    }
  }

  /// Each of our rounds is held against the bare round just before it: what else the machine does
  /// in that half minute slows both.
  private void rows(int connections, List<Round> bare, List<Round> ours) {
    double rate = median(ours, bare, Round::perSecond);
    report.goal(
        "%d connections: accepted texts per second ≥ %.1f × bare"
            .formatted(connections, LEAST_RATE),
        "%.2f (rounds: %s)".formatted(rate, ratios(ours, bare, Round::perSecond)),
        rate >= LEAST_RATE);
    ToDoubleFunction<Round> p99 = round -> round.latencies().millis(0.99);
    double slower = median(ours, bare, p99);
    report.goal(
        "%d connections: p99 of acknowledging ≤ %.0f × bare".formatted(connections, MOST_P99),
        "%.2f (rounds: %s)".formatted(slower, ratios(ours, bare, p99)),
        slower <= MOST_P99);
  }

  private static double median(List<Round> ours, List<Round> bare, ToDoubleFunction<Round> of) {
    var sorted = each(ours, bare, of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String ratios(List<Round> ours, List<Round> bare, ToDoubleFunction<Round> of) {
    return each(ours, bare, of).mapToObj("%.2f"::formatted).collect(Collectors.joining(", "));
  }

  private static DoubleStream each(List<Round> ours, List<Round> bare, ToDoubleFunction<Round> of) {
    return IntStream.range(0, ours.size())
        .mapToDouble(i -> of.applyAsDouble(ours.get(i)) / of.applyAsDouble(bare.get(i)));
  }

  private static String describe(Round round) {
    return "%,.0f/s, p50 %.1f ms, p99 %.1f ms"
        .formatted(
            round.perSecond(), round.latencies().millis(0.5), round.latencies().millis(0.99));
  }
}
