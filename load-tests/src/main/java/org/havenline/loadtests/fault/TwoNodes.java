package org.havenline.loadtests.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.Store;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.Copies;
import org.havenline.loadtests.text.History;
import org.havenline.loadtests.text.Load;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.truth.Held;
import org.havenline.loadtests.truth.Verdict;

/// Two nodes on one store get every text one to five times, in any order, both at once, while one
/// of them is killed and started again: each is there once.
public final class TwoNodes {
  private static final int CONNECTIONS_EACH = 100;

  private final Report report;
  private final RandomGenerator random;

  public TwoNodes(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// @param texts different ones
  /// @param kills of one node or the other, in turn
  public void run(int texts, int kills) {
    try (var place = Workplace.open("twonodes");
        var store = Store.start(place.resolve("redis"));
        var one = new Node(NodeSettings.external(place.resolve("one"), store.url()));
        var two = new Node(NodeSettings.external(place.resolve("two"), store.url()))) {
      one.start();
      two.settings().takeKeysOf(one.settings());
      two.start();
      var history = new History();
      var copies = new Copies(new Phones(random, 1_000, 0), random, texts);
      try (var load = Load.start(copies::next, history, ports(one, two))) {
        for (int i = 1; i <= kills; i++) {
          int mark = texts * i / (kills + 1);
          Patience.until(
              "texts are taken: " + history.answers(),
              Duration.ofMinutes(5),
              () -> history.promises() >= mark);
          var victim = i % 2 == 1 ? one : two;
          victim.kill();
          var serving = victim.start();
          report.progress(
              "node %s killed and back after %.1f s, %,d texts acknowledged"
                  .formatted(
                      i % 2 == 1 ? "one" : "two", serving.toMillis() / 1000.0, history.promises()));
        }
        load.await(Duration.ofMinutes(10));
      }
      judge(store, history, texts);
    }
  }

  private void judge(Store store, History history, int texts) {
    var total = new Total();
    try (var redis = store.connect()) {
      var held = Held.settled(redis, Duration.ofMinutes(5));
      total.add(Verdict.of(history.sent(), history.promised(), held));
      total.eye(new Planted(redis).seen(history.sent(), history.promised()));
    }
    long deliveries = history.answers().getOrDefault("200", 0L);
    report.say(
        "%,d texts in %,d acknowledged deliveries to two nodes; answers %s"
            .formatted(texts, deliveries, history.answers()));
    total.rows(report);
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
