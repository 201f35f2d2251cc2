package org.havenline.loadtests.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.StartCache;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;

/// How soon after its start the server takes texts, and how much memory it holds while it rests.
public final class Starts {
  private static final Duration MOST = Duration.ofSeconds(4);
  private static final int MOST_MEGABYTES = 450;
  private static final Duration REST = Duration.ofSeconds(30);

  private final Report report;

  public Starts(Report report) {
    this.report = report;
  }

  public void run(int starts) {
    try (var place = Workplace.open("starts");
        var node = new Node(NodeSettings.embedded(place.folder()), StartCache.options())) {
      var first = node.start();
      report.say(
          "the very first start, with keys and passwords made, took %.1f s"
              .formatted(seconds(first)));
      var times = new ArrayList<Duration>();
      for (int i = 1; i <= starts; i++) {
        node.stop();
        times.add(node.start());
        report.progress("start %d: ready after %.1f s".formatted(i, seconds(times.getLast())));
      }
      times.sort(null);
      var median = times.get(times.size() / 2);
      report.goal(
          "start to ready ≤ %d s".formatted(MOST.toSeconds()),
          "%.1f s median of %d, %.1f s at most"
              .formatted(seconds(median), starts, seconds(times.getLast())),
          median.compareTo(MOST) <= 0);
      Patience.pause(REST);
      long megabytes = node.residentMegabytes();
      report.goal(
          "resident memory ≤ %d MB idle, without its Redis".formatted(MOST_MEGABYTES),
          megabytes + " MB",
          megabytes <= MOST_MEGABYTES);
    }
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
