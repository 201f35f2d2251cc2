package org.havenline.loadtests.benchmark;

import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.desk.PrintedPasswords;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;

/// How long a text takes from Twilio's request to the socket of the responder whose conversation it
/// is.
public final class ToTheDesk {
  private static final int MOST_P99_MILLIS = 100;

  private final Report report;
  private final RandomGenerator random;

  public ToTheDesk(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// @param rate texts per second
  /// @param seconds how long it is measured, after a third of that to warm up
  public void run(int rate, int seconds) {
    var texts = new SteadyTexts(random);
    try (var place = Workplace.open("desk");
        var node = new Node(NodeSettings.embedded(place.folder()))) {
      node.start();
      var passwords = new TreeMap<>(PrintedPasswords.in(node.settings().log()));
      passwords.remove("jonas"); // an administrator sees no contacts
      try (var team = Team.onDuty(node, passwords, texts::hear)) {
        texts.open(node, team);
        report.progress(SteadyTexts.CONVERSATIONS + " conversations are open");
        texts.send(node, rate, seconds / 3);
        report.progress("warm; measuring for %d s".formatted(seconds));
        rows(rate, rate * seconds, texts.send(node, rate, seconds), texts.arrived());
      }
    }
  }

  private void rows(int rate, int texts, Latencies latencies, int arrived) {
    report.goal(
        "text → responder's socket, %d a second: p99 ≤ %d ms".formatted(rate, MOST_P99_MILLIS),
        "p50 %.1f, p99 %.1f, longest %.1f ms of %,d texts"
            .formatted(latencies.millis(0.5), latencies.millis(0.99), latencies.millis(1), texts),
        latencies.millis(0.99) <= MOST_P99_MILLIS);
    report.row("each text came to the desk", arrived + " of " + texts, arrived == texts);
  }
}
