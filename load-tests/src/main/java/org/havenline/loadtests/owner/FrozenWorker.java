package org.havenline.loadtests.owner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.Store;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.History;
import org.havenline.loadtests.text.Load;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.truth.Held;
import org.havenline.loadtests.truth.Verdict;
import redis.clients.jedis.Jedis;

/// One of two nodes is frozen in the middle of its work for longer than its lease. The other takes
/// over what it held; when it wakes, it goes on where it was and must not be able to write.
public final class FrozenWorker {
  private static final int TEXTS = 600;
  private static final int CONNECTIONS_EACH = 32;

  /// Longer than the lease of an inbox, 5 s.
  private static final Duration FROZEN = Duration.ofSeconds(8);

  /// Well below the lease.
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final String CLAIMS = "{demo}:inbox:claims";

  private static final Duration MOST_UNTIL_TAKEN_OVER = Duration.ofSeconds(10);

  private final Report report;
  private final RandomGenerator random;

  public FrozenWorker(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  private record Run(long held, Duration takenOver) {}

  public void run(int runs) {
    try (var place = Workplace.open("owner");
        var store = Store.start(place.resolve("redis"));
        var one = new Node(NodeSettings.external(place.resolve("one"), store.url()));
        var two = new Node(NodeSettings.external(place.resolve("two"), store.url()))) {
      one.start();
      two.settings().takeKeysOf(one.settings());
      two.start();
      var history = new History();
      var slowest = Duration.ZERO;
      long lanes = 0;
      int counted = 0;
      for (int i = 0; counted < runs && i < runs * 2; i++) {
        var seen = once(i % 2 == 0 ? one : two, one, two, store, history);
        // a run in which the frozen node held nothing proves nothing
        counted += seen.held() > 0 ? 1 : 0;
        lanes += seen.held();
        slowest = seen.takenOver().compareTo(slowest) > 0 ? seen.takenOver() : slowest;
        report.progress(
            "run %d: %d lanes frozen with node %s, taken over after %.1f s"
                .formatted(
                    counted,
                    seen.held(),
                    i % 2 == 0 ? "one" : "two",
                    seen.takenOver().toMillis() / 1000.0));
      }
      judge(store, history, runs, counted, lanes, slowest);
    }
  }

  private Run once(Node victim, Node one, Node two, Store store, History history) {
    var phones = new Phones(random, 200, 0);
    var left = new AtomicInteger(TEXTS);
    int freezeAt = history.promises() + TEXTS / 4 + random.nextInt(TEXTS / 2);
    try (var redis = store.connect()) {
      var load =
          Load.start(
              () -> left.decrementAndGet() < 0 ? Optional.empty() : Optional.of(phones.next()),
              history,
              ports(one, two));
      try (load) {
        Patience.until(
            "texts are taken: " + history.answers(),
            Duration.ofMinutes(1),
            () -> history.promises() >= freezeAt);
        victim.freeze();
        long from = System.nanoTime();
        var claims = redis.hgetAll(CLAIMS);
        Patience.pause(SOON);
        // what the living node held then it has done by now
        int held = unchanged(redis, claims).size();
        Patience.until(
            "the other node takes over",
            Duration.ofMinutes(1),
            () -> unchanged(redis, claims).isEmpty());
        var takenOver = Duration.ofNanos(System.nanoTime() - from);
        long rest = FROZEN.toNanos() - (System.nanoTime() - from);
        Patience.pause(Duration.ofNanos(Math.max(0, rest)));
        victim.thaw();
        load.await(Duration.ofMinutes(2));
        Held.settled(redis, Duration.ofMinutes(2));
        return new Run(held, takenOver);
      }
    }
  }

  /// Lanes still held by the very claim seen before: lane → epoch.
  private static Map<String, String> unchanged(Jedis redis, Map<String, String> claims) {
    var now = new HashMap<>(redis.hgetAll(CLAIMS));
    now.entrySet().retainAll(claims.entrySet());
    return now;
  }

  private void judge(
      Store store, History history, int runs, int counted, long lanes, Duration slowest) {
    try (var redis = store.connect()) {
      var verdict =
          Verdict.of(
              history.sent(), history.promised(), Held.settled(redis, Duration.ofMinutes(2)));
      report.say(
          "%d runs, each frozen for %d s; %d lanes were held by a frozen node"
              .formatted(counted, FROZEN.toSeconds(), lanes));
      report.row("nothing lost, nothing twice", verdict.toString(), verdict.kept());
    }
    report.row(
        "%d runs with work in hand".formatted(runs), Integer.toString(counted), counted >= runs);
    report.goal(
        "taken over ≤ %d s".formatted(MOST_UNTIL_TAKEN_OVER.toSeconds()),
        "%.1f s at most".formatted(slowest.toMillis() / 1000.0),
        slowest.compareTo(MOST_UNTIL_TAKEN_OVER) <= 0);
  }

  private static List<Integer> ports(Node one, Node two) {
    var ports = new ArrayList<Integer>();
    for (int i = 0; i < CONNECTIONS_EACH; i++) {
      ports.add(one.settings().port());
      ports.add(two.settings().port());
    }
    return ports;
  }
}
