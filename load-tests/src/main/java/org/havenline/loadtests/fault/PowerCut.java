package org.havenline.loadtests.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.machine.LoopDisk;
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

/// The power of the store's disk is cut under load, again and again. A `kill -9` cannot show this
/// loss: the kernel still writes what a dead process left in memory.
public final class PowerCut {
  private static final int CONNECTIONS = 256;

  private final Report report;
  private final RandomGenerator random;

  public PowerCut(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// @param between texts acknowledged from one cut to the next, about
  /// @param lax switches the store to `appendfsync everysec` behind the server's back: the promise
  ///   must then break, or this program could not see a loss
  public void run(int cuts, int between, boolean lax) {
    var total = new Total();
    // each 5 on a disk of their own: it need not hold everything
    for (int done = 0; done < cuts; done += 5) {
      round(done, Math.min(5, cuts - done), between, lax, total);
    }
    total.rows(report);
    report.say("%d cuts of power, appendfsync %s".formatted(cuts, lax ? "everysec" : "always"));
  }

  private void round(int done, int cuts, int between, boolean lax, Total total) {
    try (var place = Workplace.open("powercut");
        var disk = LoopDisk.create(place.folder());
        var store = Store.start(disk.folder().resolve("redis"));
        var node = new Node(NodeSettings.external(place.resolve("node"), store.url()))) {
      node.start();
      var history = new History();
      var phones = new Phones(random, 3_000, 0);
      for (int i = 1; i <= cuts; i++) {
        if (lax) {
          beLax(store);
        }
        int mark = history.promises() + between * 3 / 4 + random.nextInt(between / 2);
        try (var _ =
            Load.start(
                () -> Optional.of(phones.next()),
                history,
                Collections.nCopies(CONNECTIONS, node.settings().port()))) {
          Patience.until(
              "texts are taken: " + history.answers(),
              Duration.ofMinutes(3),
              () -> history.promises() >= mark);
          store.freeze();
          disk.photograph();
          store.kill();
        }
        disk.cutPower();
        // looked at as it is, before the server goes on with it
        node.freeze();
        store.startAgain();
        try (var redis = store.connect()) {
          var verdict = verdict(history, Held.read(redis));
          report.progress("cut %d: %s".formatted(done + i, verdict));
        }
        node.thaw();
      }
      settle(store.connect(), history, total);
    }
  }

  private void settle(Jedis connection, History history, Total total) {
    try (connection) {
      var verdict = verdict(history, Held.settled(connection, Duration.ofMinutes(3)));
      report.progress("settled: %s; answers %s".formatted(verdict, history.answers()));
      total.add(verdict);
      total.eye(new Planted(connection).seen(history.sent(), history.promised()));
    }
  }

  private static Verdict verdict(History history, Held held) {
    return Verdict.of(history.sent(), history.promised(), held);
  }

  private static void beLax(Store store) {
    try (var redis = store.connect()) {
      redis.configSet("appendfsync", "everysec");
    }
  }
}
