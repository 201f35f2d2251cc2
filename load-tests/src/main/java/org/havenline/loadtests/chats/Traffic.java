package org.havenline.loadtests.chats;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.havenline.loadtests.benchmark.Latencies;
import org.havenline.loadtests.desk.Team;
import org.havenline.loadtests.machine.Patience;

/// What people in chats say, at a steady rate whatever the server does (open model: a late start
/// counts as waiting), and what they are answered.
final class Traffic {
  /// Of what is said, every so many-th is answered.
  private static final int ANSWERED = 5;

  private final ConcurrentMap<String, Long> saidAt = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> untilDesk = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> conversations = new ConcurrentHashMap<>();

  /// Numbers that were used; the first is what each chat began with.
  private int said = 1;

  /// A frame at a desk.
  void hear(JsonNode frame) {
    if (!"message.received".equals(frame.path("type").asText())) {
      return;
    }
    var text = frame.path("message").path("text").asText("");
    var at = saidAt.get(text);
    if (at != null && untilDesk.putIfAbsent(text, System.nanoTime() - at) == null) {
      conversations.putIfAbsent(
          text.substring(text.lastIndexOf(' ') + 1), frame.path("contact").path("id").asText());
    }
  }

  /// Sends and waits until all of it has come to a desk, or will not come any more.
  ///
  /// @param rate messages a second, from all talks together
  /// @return how many were sent
  int send(List<Talk> talks, Team team, int rate, int seconds) {
    saidAt.clear();
    untilDesk.clear();
    int first = said;
    said += rate * seconds;
    long from = System.nanoTime();
    long gap = 1_000_000_000L / rate;
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < talks.size(); i++) {
      int mine = i;
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int n = first + mine; n < said; n += talks.size()) {
                  say(talks.get(mine), n, from + (n - first) * gap, team);
                }
              }));
    }
    Patience.until(
        "all is said",
        Duration.ofSeconds(seconds + 60),
        () -> threads.stream().noneMatch(Thread::isAlive));
    Patience.atMost(Duration.ofSeconds(30), () -> untilDesk.size() >= said - first);
    return said - first;
  }

  private void say(Talk talk, int n, long due, Team team) {
    Patience.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
    var text = "I am still here, message %d of %s".formatted(n, talk.name());
    saidAt.put(text, due);
    talk.say(n, text);
    var conversation = conversations.get(talk.name());
    if (conversation != null && n % ANSWERED == 0) {
      talk.answer(team.owner(conversation), conversation);
    }
  }

  Latencies untilDesk() {
    return latencies(untilDesk.values());
  }

  int atDesk() {
    return untilDesk.size();
  }

  static Latencies latencies(Collection<Long> nanos) {
    return Latencies.of(nanos.stream().mapToLong(Objects::requireNonNull).toArray());
  }
}
