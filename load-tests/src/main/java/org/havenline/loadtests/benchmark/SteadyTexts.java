package org.havenline.loadtests.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.text.Door;
import org.havenline.loadtests.text.Phones;
import org.havenline.loadtests.text.SignedForm;
import org.havenline.loadtests.text.Text;

/// Texts of a few open conversations at a steady rate whatever the server does (open model: a late
/// start counts as waiting), and how long each takes to the responder's socket.
public final class SteadyTexts {
  public static final int CONVERSATIONS = 12;
  private static final int SENDERS = 32;

  private final Phones phones;
  private final ConcurrentMap<String, Long> sent = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> took = new ConcurrentHashMap<>();

  public SteadyTexts(RandomGenerator random) {
    phones = new Phones(random, CONVERSATIONS, 0);
  }

  /// A frame at a desk.
  public void hear(JsonNode frame) {
    if ("message.received".equals(frame.path("type").asText())) {
      var text = frame.path("message").path("text").asText("");
      var at = sent.get(text);
      if (at != null) {
        took.putIfAbsent(text, System.nanoTime() - at);
      }
    }
  }

  /// Begins the conversations and waits until each is with somebody.
  public void open(Node node, Team team) {
    for (int i = 0; i < CONVERSATIONS; i++) {
      post(node, phones.greetingFrom(i));
    }
    Patience.until(
        "every contact has been taken",
        Duration.ofMinutes(2),
        () -> team.owners().size() == CONVERSATIONS);
  }

  /// Sends, and waits until all of it has come to the desk.
  ///
  /// @param rate texts a second
  public Latencies send(Node node, int rate, int seconds) {
    sent.clear();
    took.clear();
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
    Patience.atMost(Duration.ofMinutes(1), () -> took.size() >= texts);
    return Latencies.of(took.values().stream().mapToLong(Long::longValue).toArray());
  }

  /// Of the last ones sent.
  public int arrived() {
    return took.size();
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
}
