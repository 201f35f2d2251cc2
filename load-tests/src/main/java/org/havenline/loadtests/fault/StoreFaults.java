package org.havenline.loadtests.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.SmallDisk;
import org.havenline.loadtests.machine.Store;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.History;
import org.havenline.loadtests.text.Load;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.truth.Held;
import org.havenline.loadtests.truth.Verdict;

/// The store dies, freezes, or its disk is full. Meanwhile nothing is acknowledged, the answer is
/// an honest 5xx, and texts are taken again soon after the store is back, without a restart.
public final class StoreFaults {
  private static final int CONNECTIONS = 64;
  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final Duration MOST_UNTIL_SERVING = Duration.ofSeconds(5);
  private static final int SMALL = 12;
  private static final int LARGE = 512;

  private final Report report;
  private final RandomGenerator random;

  public StoreFaults(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// What goes wrong, and how it ends.
  private interface Trouble {
    /// Returns when the store is in trouble.
    void begin(Store store, History history);

    /// Returns when the store is well again.
    void end(Store store);
  }

  public void run(int rounds) {
    try (var place = Workplace.open("storefaults")) {
      prove("stopped", rounds, stopped(), place.resolve("stopped"), place.resolve("stopped/redis"));
      prove("frozen", rounds, frozen(), place.resolve("frozen"), place.resolve("frozen/redis"));
      for (int i = 1; i <= rounds; i++) {
        var folder = place.resolve("full" + i);
        try (var disk = SmallDisk.create(folder.resolve("disk"), SMALL)) {
          prove("its disk full", 1, full(disk), folder, disk.folder());
        }
      }
    }
  }

  private static Trouble stopped() {
    return new Trouble() {
      @Override
      public void begin(Store store, History history) {
        store.kill();
      }

      @Override
      public void end(Store store) {
        store.startAgain();
      }
    };
  }

  private static Trouble frozen() {
    return new Trouble() {
      @Override
      public void begin(Store store, History history) {
        store.freeze();
      }

      @Override
      public void end(Store store) {
        store.thaw();
      }
    };
  }

  private static Trouble full(SmallDisk disk) {
    return new Trouble() {
      @Override
      public void begin(Store store, History history) {
        // with appendfsync always Redis ends when it cannot write
        Patience.until("the disk is full", Duration.ofMinutes(5), () -> !store.running());
      }

      @Override
      public void end(Store store) {
        disk.enlarge(LARGE);
        store.startAgain();
      }
    };
  }

  private void prove(
      String name, int rounds, Trouble trouble, java.nio.file.Path folder, java.nio.file.Path dir) {
    var history = new History();
    var phones = new Phones(random, 1_000, 0);
    var slowest = Duration.ZERO;
    try (var store = Store.start(dir);
        var node = new Node(NodeSettings.external(folder.resolve("node"), store.url()))) {
      node.start();
      try (var _ =
          Load.start(
              () -> Optional.of(phones.next()),
              history,
              Collections.nCopies(CONNECTIONS, node.settings().port()))) {
        for (int i = 1; i <= rounds; i++) {
          awaitPromises(history, 500);
          trouble.begin(store, history);
          Patience.pause(AWAY);
          trouble.end(store);
          var serving = awaitPromises(history, 1);
          report.progress(
              "Redis %s: taking texts again after %.1f s; answers %s"
                  .formatted(name, serving.toMillis() / 1000.0, history.answers()));
          slowest = serving.compareTo(slowest) > 0 ? serving : slowest;
        }
        awaitPromises(history, 200);
      }
      try (var redis = store.connect()) {
        var held = Held.settled(redis, Duration.ofMinutes(3));
        rows(name, Verdict.of(history.sent(), history.promised(), held), history.answers());
      }
    }
    report.goal(
        "Redis %s: serving ≤ %d s after it is back".formatted(name, MOST_UNTIL_SERVING.toSeconds()),
        "%.1f s at most".formatted(slowest.toMillis() / 1000.0),
        slowest.compareTo(MOST_UNTIL_SERVING) <= 0);
  }

  private static Duration awaitPromises(History history, int more) {
    int mark = history.promises() + more;
    return Patience.until(
        "texts are taken: " + history.answers(),
        Duration.ofMinutes(1),
        () -> history.promises() >= mark);
  }

  private void rows(String name, Verdict verdict, Map<String, Long> answers) {
    report.row(
        "Redis %s: no false acknowledgement, none twice".formatted(name),
        verdict.toString(),
        verdict.kept());
    report.row(
        "Redis %s: otherwise only 5xx".formatted(name),
        "answers " + answers,
        answers.keySet().stream().allMatch(status -> status.equals("200") || status.startsWith("5"))
            && answers.size() > 1);
  }
}
