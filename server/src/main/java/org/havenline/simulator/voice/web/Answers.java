package org.havenline.simulator.voice.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// How long the server takes to answer Twilio, of the newest 100,000 webhooks.
public final class Answers implements Web {
  private static final int REMEMBERED = 100_000;

  private final Web server;
  private final InstantSource clock;
  private final Deque<Duration> times = new ArrayDeque<>();
  private int refused;

  public Answers(Web server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /// All of them together.
  ///
  /// @param count how many were asked
  /// @param refused of how many there was no answer, or one that is no success
  public record Summary(int count, int refused, Duration p50, Duration p99, Duration longest) {}

  @Override
  public WebReply answer(WebRequest request) throws InterruptedException {
    var asked = clock.instant();
    var reply = server.answer(request);
    took(asked, reply);
    return reply;
  }

  private synchronized void took(Instant asked, WebReply reply) {
    times.add(Duration.between(asked, clock.instant()));
    if (times.size() > REMEMBERED) {
      times.removeFirst();
    }
    if (!reply.succeeded()) {
      refused++;
    }
  }

  public synchronized Summary summary() {
    var sorted = times.stream().sorted(Comparator.naturalOrder()).toList();
    return new Summary(
        sorted.size(), refused, share(sorted, 0.5), share(sorted, 0.99), share(sorted, 1));
  }

  private static Duration share(List<Duration> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, index));
  }

  /// Begins anew.
  public synchronized void forget() {
    times.clear();
    refused = 0;
  }
}
