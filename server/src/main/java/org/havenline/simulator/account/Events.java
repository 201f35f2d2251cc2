package org.havenline.simulator.account;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// The last events, for readers that wait for the next ones.
public final class Events {
  /// More than any page or test is behind; bounds the memory of a long load test.
  public static final int REMEMBERED = 10_000;

  private final Lock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Deque<Event> last = new ArrayDeque<>();
  private long number;

  void add(Event.Kind kind, Message message) {
    lock.lock();
    try {
      if (last.size() == REMEMBERED) {
        last.removeFirst();
      }
      last.addLast(new Event(++number, kind, message));
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// All remembered events after this number; waits for one when there is none yet. A number still
  /// to come is from before a restart: then nothing, at once.
  public List<Event> after(long seen, Duration patience) throws InterruptedException {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (number == seen && nanos > 0) {
        nanos = more.awaitNanos(nanos);
      }
      int wanted = Math.clamp(number - seen, 0, last.size());
      return last.stream().skip(last.size() - wanted).toList();
    } finally {
      lock.unlock();
    }
  }

  /// The number of the newest event; 0 before the first.
  public long newest() {
    lock.lock();
    try {
      return number;
    } finally {
      lock.unlock();
    }
  }
}
