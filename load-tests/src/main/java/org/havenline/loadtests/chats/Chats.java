package org.havenline.loadtests.chats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.loadtests.desk.PrintedPasswords;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.fault.Planted;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.History;
import org.havenline.loadtests.truth.Held;
import org.havenline.loadtests.truth.Verdict;

/// Thousands of chats open on one node: in some both sides write; the others wait, in the queue or
/// before their first word, each with its question for news at the server.
public final class Chats {
  /// @param open at once
  /// @param talking those of them with somebody at a desk
  /// @param waiting those of them that have written and wait in the queue
  public record Crowd(int open, int talking, int waiting) {}

  private static final int MOST_P99_MILLIS = 200;
  private static final int MOST_BYTES = 20 * 1_024;
  private static final int OPENED_AT_ONCE = 32;

  /// Chats that come and go before anything is measured: what the first ones load stays.
  private static final int FIRST = 500;

  /// The server lets go of what has gone while it waited for news.
  private static final Duration UNTIL_FORGOTTEN = Duration.ofSeconds(32);

  private final Report report;
  private final History history = new History();
  private final Traffic traffic = new Traffic();
  private final List<Talk> talks = new CopyOnWriteArrayList<>();
  private final List<Talk> idle = new CopyOnWriteArrayList<>();

  public Chats(Report report) {
    this.report = report;
  }

  /// @param rate messages a second, of all that talk together
  /// @param seconds how long it is measured, after a third of that to warm up
  public void run(Crowd crowd, int rate, int seconds) {
    try (var place = Workplace.open("chats")) {
      var settings = NodeSettings.embedded(place.folder());
      ManyDesks.write(settings.tables(), crowd.talking);
      try (var node = new Node(settings, Memory.options())) {
        node.start();
        var passwords = new TreeMap<>(PrintedPasswords.in(settings.log()));
        passwords.remove("jonas"); // an administrator sees no contacts
        try (var team = Team.onDuty(node, passwords, traffic::hear)) {
          fill(node, team, crowd, rate, seconds / 3);
          int sent = traffic.send(talks, team, rate, seconds);
          judge(node, sent, rate);
        }
      } finally {
        Stream.concat(talks.stream(), idle.stream()).forEach(Talk::close);
      }
    }
  }

  private void fill(Node node, Team team, Crowd crowd, int rate, int seconds) {
    open(node, "talking", crowd.talking, crowd.talking, talks);
    Patience.until(
        "every talk has somebody at a desk",
        Duration.ofMinutes(2),
        () -> team.owners().size() == crowd.talking);
    var first = new CopyOnWriteArrayList<Talk>();
    open(node, "first", FIRST, 0, first);
    traffic.send(talks, team, rate, seconds);
    first.forEach(one -> one.page.stop());
    Patience.pause(UNTIL_FORGOTTEN);
    report.progress("%d talk, %d have come and gone".formatted(talks.size(), FIRST));

    var before = Memory.of(node);
    int more = crowd.open - crowd.talking;
    open(node, "idle", more, crowd.waiting, idle);
    Patience.until(
        "every page waits for news",
        Duration.ofMinutes(5), // 50 begin in a second
        () -> idle.stream().allMatch(one -> one.page.waits()));
    Patience.pause(Duration.ofSeconds(2));
    var each = Memory.of(node).since(before, more);
    report.progress("%,d chats are open".formatted(crowd.open));
    report.say(
        "%,d chats with somebody at %d desks, %,d in the queue, %,d before their first word"
            .formatted(
                crowd.talking,
                (crowd.talking + 3) / 4,
                crowd.waiting,
                crowd.open - crowd.talking - crowd.waiting));
    report.goal(
        "memory of a chat that waits ≤ %d KB".formatted(MOST_BYTES / 1_024),
        "%.1f KB: %.1f on the heap, %.1f resident beside it"
            .formatted(each.all() / 1_024.0, each.live() / 1_024.0, each.outside() / 1_024.0),
        each.all() <= MOST_BYTES);
  }

  /// @param writing the first so many say something at once
  private void open(Node node, String name, int chats, int writing, List<Talk> into) {
    var places = new Semaphore(OPENED_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, chats)
          .forEach(i ->
              threads.execute(() -> {
                places.acquireUninterruptibly();
                try {
                  var talk = new Talk(node.settings().port(), name + "-" + i, history);
                  into.add(talk);
                  if (i < writing) {
                    talk.say(0, "Hello, are you there? I would like to talk about my work");
                  }
                } finally {
                  places.release();
                }
              }));
    }
    if (into.size() != chats) {
      throw new IllegalStateException("%d of %d chats opened".formatted(into.size(), chats));
    }
  }

  private void judge(Node node, int sent, int rate) {
    var toDesk = traffic.untilDesk();
    report.goal(
        "message → responder's desk, %d a second: p99 ≤ %d ms".formatted(rate, MOST_P99_MILLIS),
        "p50 %.1f, p99 %.1f, longest %.1f ms of %,d messages"
            .formatted(toDesk.millis(0.5), toDesk.millis(0.99), toDesk.millis(1), sent),
        toDesk.millis(0.99) <= MOST_P99_MILLIS);
    report.row(
        "each message came to the desk",
        traffic.atDesk() + " of " + sent,
        traffic.atDesk() == sent);

    var all = Stream.concat(talks.stream(), idle.stream()).toList();
    Patience.atMost(Duration.ofMinutes(1), () -> all.stream().allMatch(Talk::settled));
    var answers = talks.stream().flatMap(talk -> talk.untilPage().stream()).toList();
    var toPage = Traffic.latencies(answers);
    report.say(
        "answers to pages and texts: %s; questions for news refused for a moment: %,d"
            .formatted(
                history.answers(), all.stream().mapToInt(talk -> talk.page.refused()).sum()));
    report.say(
        "answer → page: p50 %.1f, p99 %.1f ms of %,d answers"
            .formatted(toPage.millis(0.5), toPage.millis(0.99), answers.size()));
    var wrong = new ArrayList<String>();
    all.forEach(talk -> talk.wrong().forEach(one -> wrong.add(talk.name() + " " + one)));
    report.row(
        "on every page both sides whole, once, in order",
        wrong.isEmpty()
            ? "on %,d pages".formatted(all.size())
            : "%d wrong, as: %s".formatted(wrong.size(), wrong.getFirst()),
        wrong.isEmpty());
    try (var redis = node.settings().connect()) {
      var verdict =
          Verdict.of(
              history.sent(), history.promised(), Held.settled(redis, Duration.ofMinutes(1)));
      report.row("0 lost, 0 twice", verdict.toString(), verdict.kept());
      boolean sharp = new Planted(redis).seen(history.sent(), history.promised());
      report.row(
          "a planted loss and a planted duplicate are seen", sharp ? "seen" : "MISSED", sharp);
    }
  }
}
