package org.havenline.loadtests.owner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.havenline.loadtests.desk.PrintedPasswords;
import org.havenline.loadtests.desk.StaffMember;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.Store;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.Door;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.text.SignedForm;

/// The node behind some responders is frozen for longer than their lease, with answers of theirs on
/// the way into it. Others, at another node, take over the conversations; when the frozen node
/// wakes and finds the answers, it must refuse every one: the person talks with somebody else by
/// now.
public final class FrozenDesk {
  /// Of the sign of life, in the server; a returned contact is soon taken by the others.
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration MOST_AFTER_LEASE = Duration.ofSeconds(10);
  private static final int CONTACTS = 6;

  private final Report report;
  private final RandomGenerator random;

  public FrozenDesk(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// What the runs came to.
  private static final class Sums {
    private int frozenConversations;
    private int acceptedLate;
    private Duration slowest = Duration.ZERO;
  }

  public void run(int runs) {
    try (var place = Workplace.open("owner");
        var store = Store.start(place.resolve("redis"));
        var one = new Node(NodeSettings.external(place.resolve("one"), store.url()));
        var two = new Node(NodeSettings.external(place.resolve("two"), store.url()))) {
      one.start();
      two.settings().takeKeysOf(one.settings());
      two.start();
      var passwords = PrintedPasswords.in(one.settings().log());
      var sums = new Sums();
      try (var here = team(one, passwords, "lucia", "ruth");
          var there = team(two, passwords, "tomas", "oksana")) {
        for (int i = 1; i <= runs; i++) {
          once(i, one, two, here, there, sums);
        }
      }
      judge(store, runs, sums);
    }
  }

  private static Team team(Node node, Map<String, String> passwords, String... names) {
    var members = new java.util.HashMap<>(passwords);
    members.keySet().retainAll(java.util.Set.of(names));
    return Team.onDuty(node, members, _ -> {});
  }

  private void once(int run, Node one, Node two, Team here, Team there, Sums sums) {
    here.goOnDuty();
    there.goOnDuty();
    var phones = new Phones(random, CONTACTS, 1_000 + run * CONTACTS);
    for (int i = 0; i < CONTACTS; i++) {
      post(two, phones, i);
    }
    Patience.until(
        "every contact is taken",
        Duration.ofMinutes(1),
        () -> here.owners().size() + there.owners().size() == CONTACTS);
    var frozen = here.owners();
    one.freeze();
    long from = System.nanoTime();
    var late =
        frozen.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> answerLate(run, entry)));
    Patience.until(
        "the others take over",
        Duration.ofMinutes(2),
        () -> there.owners().keySet().containsAll(frozen.keySet()));
    var takenOver = Duration.ofNanos(System.nanoTime() - from);
    one.thaw();
    late.values().forEach(status -> sums.acceptedLate += status.join() == 409 ? 0 : 1);
    sums.acceptedLate += answersSeen(there, frozen.keySet());
    sums.frozenConversations += frozen.size();
    sums.slowest = takenOver.compareTo(sums.slowest) > 0 ? takenOver : sums.slowest;
    report.progress(
        "freeze %d: %d conversations taken over after %.1f s, late answers got %s"
            .formatted(
                run,
                frozen.size(),
                takenOver.toMillis() / 1000.0,
                late.values().stream().map(CompletableFuture::join).toList()));
    closeAll(here, there);
  }

  private static CompletableFuture<Integer> answerLate(
      int run, Map.Entry<String, StaffMember> owned) {
    return owned
        .getValue()
        .write(owned.getKey(), "late answer", "late-answer-%08d-%s".formatted(run, "x"));
  }

  /// Late answers that are in a conversation all the same.
  private static int answersSeen(Team there, Iterable<String> contacts) {
    int seen = 0;
    for (var contact : contacts) {
      for (var message : there.owner(contact).messages(contact)) {
        seen += message.path("text").asText().equals("late answer") ? 1 : 0;
      }
    }
    return seen;
  }

  private static void closeAll(Team here, Team there) {
    // what was taken over belongs to the others now
    there.owners().forEach((contact, member) -> member.close(contact));
    new ArrayList<>(there.owners().keySet()).forEach(there::forget);
    new ArrayList<>(here.owners().keySet()).forEach(here::forget);
  }

  private static void post(Node node, Phones phones, int phone) {
    try (var door = Door.open(node.settings().port())) {
      int status = door.post(SignedForm.request(phones.greetingFrom(phone)));
      if (status != 200) {
        throw new IllegalStateException("answered " + status);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void judge(Store store, int runs, Sums sums) {
    try (var redis = store.connect()) {
      var ownership = Ownership.read(redis);
      report.say(
          "desk: %d freezes, %d ownerships, %d of them frozen"
              .formatted(runs, ownership.ownerships(), sums.frozenConversations));
      report.row(
          "desk: never two owners of a conversation",
          ownership.overlaps().size() + " overlaps " + ownership.overlaps(),
          ownership.overlaps().isEmpty());
      report.row(
          "desk: epochs only rise",
          ownership.regressions().size() + " old ones " + ownership.regressions(),
          ownership.regressions().isEmpty());
    }
    report.row(
        "desk: no late answer of a lost owner is taken",
        "%d taken of %d".formatted(sums.acceptedLate, sums.frozenConversations),
        sums.acceptedLate == 0 && sums.frozenConversations > 0);
    report.goal(
        "desk: taken over ≤ %d s after the lease of %d s"
            .formatted(MOST_AFTER_LEASE.toSeconds(), LEASE.toSeconds()),
        "%.1f s after freezing at most".formatted(sums.slowest.toMillis() / 1000.0),
        sums.slowest.compareTo(LEASE.plus(MOST_AFTER_LEASE)) <= 0);
  }
}
