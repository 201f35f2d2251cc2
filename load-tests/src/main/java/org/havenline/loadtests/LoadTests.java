package org.havenline.loadtests;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.havenline.loadtests.benchmark.SideBySide;
import org.havenline.loadtests.benchmark.Starts;
import org.havenline.loadtests.benchmark.ToTheDesk;
import org.havenline.loadtests.calls.Calls;
import org.havenline.loadtests.calls.OnTheSimulator;
import org.havenline.loadtests.chats.Chats;
import org.havenline.loadtests.fault.Crash;
import org.havenline.loadtests.fault.Mutant;
import org.havenline.loadtests.fault.PowerCut;
import org.havenline.loadtests.fault.StoreFaults;
import org.havenline.loadtests.fault.TwoNodes;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.owner.FrozenDesk;
import org.havenline.loadtests.owner.FrozenWorker;
import org.havenline.loadtests.publish.Publish;
import org.havenline.loadtests.report.Report;

/// Runs one proof: `run <what> [--option value …]`. Exit code 1 when a promise is broken.
public final class LoadTests {
  private LoadTests() {}

  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      System.err.println(
          "Name a proof, see load-tests/README.md: crash, powercut, storefaults, twonodes, owner,"
              + " publish, chats, calls, benchmark");
      System.exit(2);
    }
    var options = Options.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
    System.exit(run(arguments[0], options));
  }

  private static int run(String what, Options options) {
    var report = new Report(what, System.out, InstantSource.system());
    long seed = options.seed();
    report.say("seed " + seed);
    var random = new Random(seed);
    if (options.has("mutant")) {
      var name = options.text("mutant", "").replace('-', '_').toUpperCase(Locale.ROOT);
      Mutant.valueOf(name).infect();
    }
    switch (what) {
      case "crash" ->
          new Crash(report, random).run(options.number("crashes", 10), options.has("liar"));
      case "powercut" ->
          new PowerCut(report, random)
              .run(
                  options.number("cuts", 20),
                  options.number("between", 3_000),
                  options.has("everysec"));
      case "storefaults" -> new StoreFaults(report, random).run(options.number("rounds", 3));
      case "twonodes" ->
          new TwoNodes(report, random)
              .run(options.number("texts", 10_000), options.number("kills", 2));
      case "owner" -> {
        int runs = options.number("runs", 50);
        if (runs > 0) {
          new FrozenWorker(report, random).run(runs);
        }
        int desks = options.number("desks", 8);
        if (desks > 0) {
          new FrozenDesk(report, random).run(desks);
        }
      }
      case "publish" -> new Publish(report, random).run(options.number("publishes", 100));
      case "chats" ->
          new Chats(report)
              .run(
                  new Chats.Crowd(
                      options.number("chats", 5_000),
                      options.number("talking", 100),
                      options.number("waiting", 400)),
                  options.number("rate", 50),
                  options.number("seconds", 60));
      case "calls" -> calls(report, random, options);
      case "benchmark" -> benchmark(report, random, options, options.text("part", ""));
      default -> {
        System.err.println("no such proof: " + what);
        return 2;
      }
    }
    report.print();
    if (!options.has("no-page")) {
      System.out.println(report.save(Workplace.project().resolve("load-tests/results")));
    }
    return report.reached() ? 0 : 1;
  }

  private static void calls(Report report, Random random, Options options) {
    var load =
        new Calls.Load(
            options.number("rate", 50),
            options.number("seconds", 60),
            options.number("surge", 500),
            options.number("texts", 50),
            options.number("telephones", 20));
    if (options.has("simulator")) {
      new OnTheSimulator(report, random).run(load);
    } else {
      new Calls(report, random).run(load);
    }
  }

  /// @param part one of `webhook`, `desk`, `start`; all of them when it is empty
  private static void benchmark(Report report, Random random, Options options, String part) {
    if (part.isEmpty() || part.equals("webhook")) {
      new SideBySide(report, random)
          .run(options.number("rounds", 4), options.number("texts", 20_000));
    }
    if (part.isEmpty() || part.equals("desk")) {
      new ToTheDesk(report, random).run(options.number("rate", 50), options.number("seconds", 60));
    }
    if (part.isEmpty() || part.equals("start")) {
      new Starts(report).run(options.number("starts", 5));
    }
  }
}
