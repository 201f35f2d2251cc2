package org.havenline.loadtests.calls.played;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.machine.Patience;

/// People who call, each from a number of her own, at a steady rate whatever the server does (open
/// model: a late start counts as waiting).
public final class Callers {
  private static final int LEAST_PATIENCE = 15;
  private static final int MORE_PATIENCE = 30;

  private final RandomGenerator random;
  private final Webhooks webhooks;
  private final Rooms rooms;
  private final PlayedTwilio twilio;
  private final List<Caller> callers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  public Callers(RandomGenerator random, Webhooks webhooks, Rooms rooms, PlayedTwilio twilio) {
    this.random = random;
    this.webhooks = webhooks;
    this.rooms = rooms;
    this.twilio = twilio;
  }

  /// Returns when the last has called; they stay on.
  ///
  /// @param rate calls a second
  public void call(int calls, int rate) {
    long from = System.nanoTime();
    long gap = 1_000_000_000L / rate;
    for (int n = 0; n < calls; n++) {
      long due = from + n * gap;
      Patience.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      var patience = Duration.ofSeconds(LEAST_PATIENCE + random.nextInt(MORE_PATIENCE));
      var caller =
          new Caller(
              "CA%016x%016x".formatted(random.nextLong(), random.nextLong()),
              "+38050%07d".formatted(1_000_000 + callers.size()),
              patience,
              random,
              webhooks,
              rooms);
      callers.add(caller);
      twilio.knows(caller);
      threads.add(Thread.ofVirtual().start(() -> caller.calls(due)));
    }
  }

  /// Waits until nobody is on the line.
  public void leave() {
    Patience.until(
        "every caller has hung up",
        Duration.ofMinutes(3),
        () -> threads.stream().noneMatch(Thread::isAlive));
  }

  public int all() {
    return callers.size();
  }

  public long met() {
    return callers.stream().filter(Caller::hasMet).count();
  }

  /// Those whose call a document ended.
  public long cutOff() {
    return callers.stream().filter(Leg::wasCutOff).count();
  }
}
