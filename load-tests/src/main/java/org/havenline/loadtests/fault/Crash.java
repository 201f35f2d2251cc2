package org.havenline.loadtests.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.StartCache;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.History;
import org.havenline.loadtests.text.Load;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.truth.Held;
import org.havenline.loadtests.truth.Verdict;

/// `kill -9` of the server in the middle of its work, again and again: every acknowledged text is
/// there, each once, and soon after a start texts are taken again.
public final class Crash {
  private static final int CONNECTIONS = 256;
  private static final int TEXTS_BETWEEN = 1_500;
  private static final int LEAST_IN_FLIGHT = 200;
  private static final Duration MOST_UNTIL_SERVING = Duration.ofSeconds(5);

  private final Report report;
  private final RandomGenerator random;

  public Crash(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  private record Seen(Duration serving, int inFlight) {}

  /// @param crashes how often; each 10 on a store of their own, so that a run may be cut into parts
  /// @param liar puts a server that acknowledges too early in front: the promise must then break
  public void run(int crashes, boolean liar) {
    var serving = Duration.ZERO;
    int fewest = Integer.MAX_VALUE;
    var total = new Total();
    for (int done = 0; done < crashes; done += 10) {
      var seen = round(done, Math.min(10, crashes - done), liar, total);
      serving = seen.serving().compareTo(serving) > 0 ? seen.serving() : serving;
      fewest = Math.min(fewest, seen.inFlight());
    }
    total.rows(report);
    report.row(
        "at every kill ≥ %d texts in flight".formatted(LEAST_IN_FLIGHT),
        fewest + " at least, %d kills".formatted(crashes),
        liar || fewest >= LEAST_IN_FLIGHT);
    report.goal(
        "serving ≤ %d s after start".formatted(MOST_UNTIL_SERVING.toSeconds()),
        "%.1f s at most".formatted(serving.toMillis() / 1000.0),
        serving.compareTo(MOST_UNTIL_SERVING) <= 0);
  }

  private Seen round(int done, int crashes, boolean liar, Total total) {
    try (var place = Workplace.open("crash");
        var node = new Node(NodeSettings.embedded(place.folder()), StartCache.options())) {
      node.start();
      try (var front = new LyingFront(node.settings().port())) {
        int port = liar ? front.port() : node.settings().port();
        return crash(node, port, done, crashes, total);
      }
    }
  }

  private Seen crash(Node node, int port, int done, int crashes, Total total) {
    var history = new History();
    var phones = new Phones(random, 3_000, 0);
    var left = new AtomicInteger(TEXTS_BETWEEN * (crashes + 1));
    var slowest = Duration.ZERO;
    int fewest = Integer.MAX_VALUE;
    try (var load =
        Load.start(
            () -> left.decrementAndGet() < 0 ? Optional.empty() : Optional.of(phones.next()),
            history,
            Collections.nCopies(CONNECTIONS, port))) {
      for (int i = 1; i <= crashes; i++) {
        int mark = TEXTS_BETWEEN * (i - 1) + TEXTS_BETWEEN / 4 + random.nextInt(TEXTS_BETWEEN / 2);
        Patience.until(
            "texts are taken: " + history.answers(),
            Duration.ofMinutes(1),
            () -> history.promises() >= mark);
        int inFlight = history.inFlight();
        node.kill();
        var serving = node.start();
        report.progress(
            "kill %d: %,d acknowledged, %d in flight, serving again after %.1f s"
                .formatted(done + i, history.promises(), inFlight, serving.toMillis() / 1000.0));
        slowest = serving.compareTo(slowest) > 0 ? serving : slowest;
        fewest = Math.min(fewest, inFlight);
      }
      load.await(Duration.ofMinutes(2));
    }
    report.progress("all acknowledged; waiting until all is in its conversation");
    try (var redis = node.settings().connect()) {
      var held = Held.settled(redis, Duration.ofMinutes(3));
      var verdict = Verdict.of(history.sent(), history.promised(), held);
      report.progress(verdict + "; answers " + history.answers());
      total.add(verdict);
      total.eye(new Planted(redis).seen(history.sent(), history.promised()));
    }
    return new Seen(slowest, fewest);
  }
}
