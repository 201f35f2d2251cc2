package org.havenline.loadtests.publish;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.desk.Administrator;
import org.havenline.loadtests.desk.PrintedPasswords;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.Store;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.History;
import org.havenline.loadtests.text.Load;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.text.Text;
import org.havenline.loadtests.truth.Held;
import org.havenline.loadtests.truth.Verdict;

/// Two nodes on one store take 50 new contacts a second and offer them, while administrators at
/// either put version after version in force and take some back.
public final class Publish {
  static final List<String> TEAM = List.of("amara", "lucia", "nadia", "oksana", "ruth", "tomas");

  private static final int A_SECOND = 50;
  private static final int CONNECTIONS = 64;
  private static final Duration MOST_UNTIL_EVERYWHERE = Duration.ofSeconds(1);

  private final Report report;
  private final RandomGenerator random;

  public Publish(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// @param publishes how often something else comes in force; every third goes back one version
  public void run(int publishes) {
    try (var place = Workplace.open("publish");
        var store = Store.start(place.resolve("redis"));
        var one = new Node(NodeSettings.external(place.resolve("one"), store.url()));
        var two = new Node(NodeSettings.external(place.resolve("two"), store.url()))) {
      NumberedTables.write(one.settings().tables());
      NumberedTables.write(two.settings().tables());
      one.start();
      two.settings().takeKeysOf(one.settings());
      two.start();
      var passwords = PrintedPasswords.in(one.settings().log());
      var history = new History();
      var going = new AtomicInteger(1);
      var phones = new Phones(random, 10_000_000, 0);
      var writers = new AtomicInteger();
      var started = System.nanoTime();
      try (var here = team(one, passwords, TEAM.subList(0, 3));
          var there = team(two, passwords, TEAM.subList(3, 6));
          var _ =
              Load.start(() -> next(phones, writers, started, going), history, ports(one, two))) {
        var closing = Thread.ofVirtual().start(() -> closeTaken(going, here, there));
        var slowest = publish(publishes, one, two, passwords, history);
        going.set(0);
        closing.join();
        judge(store, history, publishes, slowest);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// A new person, at her time; every text is a contact of its own.
  private static Optional<Text> next(
      Phones phones, AtomicInteger writers, long started, AtomicInteger going) {
    int n = writers.getAndIncrement();
    long due = started + n * (1_000_000_000L / A_SECOND);
    Patience.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
    return going.get() == 0 ? Optional.empty() : Optional.of(phones.greetingFrom(n));
  }

  private static Team team(Node node, Map<String, String> passwords, List<String> names) {
    var members = new HashMap<>(passwords);
    members.keySet().retainAll(names);
    return Team.onDuty(node, members, _ -> {});
  }

  /// Makes room for the next.
  private static void closeTaken(AtomicInteger going, Team... teams) {
    while (going.get() == 1) {
      for (var team : teams) {
        team.owners()
            .forEach((contact, member) -> {
              member.tryToClose(contact);
              team.forget(contact);
            });
      }
      Patience.pause(Duration.ofMillis(20));
    }
  }

  /// @return the longest until the other node decided by what was published
  private Duration publish(
      int publishes, Node one, Node two, Map<String, String> passwords, History history) {
    var password = Objects.requireNonNull(passwords.get("jonas"));
    var slowest = Duration.ZERO;
    long inForce = 1;
    long before = 0;
    try (var here = Administrator.signIn("jonas", password, one.settings().port());
        var there = Administrator.signIn("jonas", password, two.settings().port())) {
      long newest = 1;
      int expected = 1;
      for (int i = 1; i <= publishes; i++) {
        var by = i % 2 == 0 ? here : there;
        var other = i % 2 == 0 ? there : here;
        long next = before;
        if (i % 3 == 0) {
          by.rollBack(inForce);
          expected++;
        } else {
          next = ++newest;
          long drafted = by.draft(NumberedTables.FILE, NumberedTables.version(next));
          if (drafted != next) {
            throw new IllegalStateException("version " + drafted + " instead of " + next);
          }
          by.publish(next, inForce);
          expected += 2;
        }
        before = inForce;
        inForce = next;
        long now = inForce;
        var everywhere =
            Patience.until(
                "version " + now + " is in force at the other node",
                Duration.ofMinutes(1),
                () -> other.inForceHere() == now);
        slowest = everywhere.compareTo(slowest) > 0 ? everywhere : slowest;
        Patience.pause(Duration.ofMillis(random.nextInt(600)));
        if (i % 10 == 0) {
          report.progress("%d in force in turn, %,d contacts".formatted(i, history.promises()));
        }
      }
      int entries = expected;
      report.row(
          "every one is in the audit log, and it is intact",
          entries + " entries",
          here.auditIsIntact(entries));
    }
    return slowest;
  }

  private void judge(Store store, History history, int publishes, Duration slowest) {
    Patience.until("all is answered", Duration.ofMinutes(1), () -> history.inFlight() == 0);
    try (var redis = store.connect()) {
      var held = Held.settled(redis, Duration.ofMinutes(3));
      // what waits is turned over within moments of the last change
      Patience.pause(Duration.ofSeconds(2));
      var verdict = Verdict.of(history.sent(), history.promised(), held);
      var decisions = Decisions.read(redis);
      report.say(
          "%d times another version in force, %,d contacts on two nodes, %,d decisions; answers %s"
              .formatted(publishes, history.promises(), decisions.made(), history.answers()));
      report.row("0 lost, 0 twice", verdict.toString(), verdict.kept());
      row("none waits nowhere", decisions.fallen());
      row("none waits under an older version", decisions.behind());
      row("0 decisions by a mix of versions", decisions.mixed());
      row("0 decisions by a version no longer in force", decisions.stale());
      boolean sharp = Decisions.seesWhatIsPlanted(redis);
      report.row("a planted mix is seen", sharp ? "seen" : "MISSED", sharp);
    }
    report.goal(
        "in force at the other node ≤ %d s".formatted(MOST_UNTIL_EVERYWHERE.toSeconds()),
        "%.2f s at most".formatted(slowest.toMillis() / 1000.0),
        slowest.compareTo(MOST_UNTIL_EVERYWHERE) <= 0);
  }

  private void row(String promise, List<String> broken) {
    report.row(
        promise,
        broken.isEmpty() ? "0" : broken.size() + " " + broken.stream().limit(3).toList(),
        broken.isEmpty());
  }

  private static List<Integer> ports(Node one, Node two) {
    var ports = new java.util.ArrayList<Integer>();
    ports.addAll(Collections.nCopies(CONNECTIONS / 2, one.settings().port()));
    ports.addAll(Collections.nCopies(CONNECTIONS / 2, two.settings().port()));
    return ports;
  }
}
