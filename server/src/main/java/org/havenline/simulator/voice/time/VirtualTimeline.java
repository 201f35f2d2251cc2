package org.havenline.simulator.voice.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Time that passes only when it is turned: hours of calls in milliseconds, always in the same
/// order. Whoever is asked outside answers while it stands still.
public final class VirtualTimeline implements Timeline {
  private static final class Due implements Timer {
    private final Instant at;
    private final long number;
    private final Runnable what;
    private boolean cancelled;

    Due(Instant at, long number, Runnable what) {
      this.at = at;
      this.number = number;
      this.what = what;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(
          Comparator.<Due, Instant>comparing(d -> d.at).thenComparingLong(d -> d.number));
  private final Runnable settle;
  private Instant now;
  private long number;

  public VirtualTimeline(Instant start) {
    this(start, () -> {});
  }

  /// Lets others catch up while time stands still.
  ///
  /// @param settle called after each thing that happened: to let the server do its own work
  public VirtualTimeline(Instant start, Runnable settle) {
    this.now = start;
    this.settle = settle;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized Timer after(Duration delay, Runnable what) {
    var next = new Due(now.plus(delay), number++, what);
    due.add(next);
    return next;
  }

  @Override
  public void aside(Runnable asking) {
    var _ = after(Duration.ZERO, asking);
  }

  /// Turns time on by so much; everything due until then happens.
  public void pass(Duration time) {
    var end = instant().plus(time);
    for (var next = poll(end); next != null; next = poll(end)) {
      next.what.run();
      settle.run();
    }
    synchronized (this) {
      now = end;
    }
  }

  /// Turns time on until nothing is due any more.
  ///
  /// @param most so much at most
  /// @return whether all is quiet
  public boolean passUntilQuiet(Duration most) {
    var end = instant().plus(most);
    for (var next = poll(end); next != null; next = poll(end)) {
      next.what.run();
      settle.run();
    }
    return quiet();
  }

  private synchronized boolean quiet() {
    due.removeIf(one -> one.cancelled);
    return due.isEmpty();
  }

  private synchronized @Nullable Due poll(Instant end) {
    while (!due.isEmpty() && !due.peek().at.isAfter(end)) {
      var next = due.remove();
      if (!next.cancelled) {
        now = next.at;
        return next;
      }
    }
    return null;
  }
}
