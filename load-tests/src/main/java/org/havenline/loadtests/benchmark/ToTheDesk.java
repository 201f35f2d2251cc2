package org.havenline.loadtests.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.desk.PrintedPasswords;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.machine.Workplace;
import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.text.Door;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.text.SignedForm;
import org.havenline.loadtests.text.Text;

/// How long a text takes from Twilio's request to the socket of the responder whose conversation it
/// is, at a steady rate whatever the server does (open model: a late start counts as waiting).
public final class ToTheDesk {
  private static final int CONVERSATIONS = 12;
  private static final int SENDERS = 32;
  private static final int MOST_P99_MILLIS = 100;

  private final Report report;
  private final RandomGenerator random;
  private final ConcurrentMap<String, Long> sent = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> took = new ConcurrentHashMap<>();

  public ToTheDesk(Report report, RandomGenerator random) {
    this.report = report;
    this.random = random;
  }

  /// @param rate texts per second
  /// @param seconds how long it is measured, after a third of that to warm up
  public void run(int rate, int seconds) {
    try (var place = Workplace.open("desk");
        var node = new Node(NodeSettings.embedded(place.folder()))) {
      node.start();
      var passwords = PrintedPasswords.in(node.settings().log());
      try (var team = Team.onDuty(node, without(passwords, "jonas"), this::hear)) {
        var phones = new Phones(random, CONVERSATIONS, 0);
        openConversations(node, team, phones);
        send(node, phones, rate, seconds / 3);
        report.progress("warm; measuring for %d s".formatted(seconds));
        took.clear();
        int texts = send(node, phones, rate, seconds);
        rows(rate, texts);
      }
    }
  }

  /// Jonas, an administrator, sees no contacts.
  private static Map<String, String> without(Map<String, String> passwords, String name) {
    var others = new TreeMap<>(passwords);
    others.remove(name);
    return others;
  }

  private void openConversations(Node node, Team team, Phones phones) {
    for (int i = 0; i < CONVERSATIONS; i++) {
      post(node, phones.greetingFrom(i));
    }
    Patience.until(
        "every contact has been taken",
        Duration.ofMinutes(2),
        () -> team.owners().size() == CONVERSATIONS);
    report.progress(CONVERSATIONS + " conversations are open");
  }

  private void hear(JsonNode frame) {
    if ("message.received".equals(frame.path("type").asText())) {
      var at = sent.get(frame.path("message").path("text").asText(""));
      if (at != null) {
        took.putIfAbsent(frame.path("message").path("text").asText(), System.nanoTime() - at);
      }
    }
  }

  private int send(Node node, Phones phones, int rate, int seconds) {
    int texts = rate * seconds;
    long from = System.nanoTime();
    long gap = 1_000_000_000L / rate;
    var next = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < SENDERS; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int n = next.getAndIncrement(); n < texts; n = next.getAndIncrement()) {
                  long due = from + n * gap;
                  Patience.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                  var some = phones.from(n % CONVERSATIONS);
                  var text = new Text(some.sid(), some.from(), "text " + some.sid());
                  sent.put(text.body(), due);
                  post(node, text);
                }
              }));
    }
    Patience.until(
        "all are sent",
        Duration.ofSeconds(seconds + 60),
        () -> threads.stream().noneMatch(Thread::isAlive));
    Patience.until(
        "all have come to the desk: %d of %d".formatted(took.size(), texts),
        Duration.ofMinutes(1),
        () -> took.size() >= texts);
    return texts;
  }

  private static void post(Node node, Text text) {
    try (var door = Door.open(node.settings().port())) {
      int status = door.post(SignedForm.request(text));
      if (status != 200) {
        throw new IllegalStateException("answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rows(int rate, int texts) {
    var latencies = Latencies.of(took.values().stream().mapToLong(Long::longValue).toArray());
    report.goal(
        "text → responder's socket, %d a second: p99 ≤ %d ms".formatted(rate, MOST_P99_MILLIS),
        "p50 %.1f, p99 %.1f, longest %.1f ms of %,d texts"
            .formatted(latencies.millis(0.5), latencies.millis(0.99), latencies.millis(1), texts),
        latencies.millis(0.99) <= MOST_P99_MILLIS);
    report.row("each text came to the desk", took.size() + " of " + texts, took.size() == texts);
  }
}
