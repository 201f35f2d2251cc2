package org.havenline.console.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.havenline.contact.Contacts;
import org.havenline.contact.journal.Event;
import org.havenline.contact.journal.EventLog;
import org.jspecify.annotations.Nullable;

/// The newest events of a line, kept once for all sockets of this node. Each socket walks them at
/// its own pace from the number it has: so nothing is lost and nothing comes twice, and a slow
/// reader holds up nobody.
public final class EventFeed {
  /// About a minute at full load; what is older is read from the log.
  private static final int NEWEST = 4_096;

  private static final int MOST_AT_ONCE = 200;

  private final EventLog log;
  private final Contacts contacts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();

  /// By number, modulo the length: numbers have no gaps.
  private final @Nullable Noted[] newest = new Noted[NEWEST];

  /// What lies in `newest`: the events after `floor` up to `last`.
  private long floor;

  private long last;

  public EventFeed(EventLog log, Contacts contacts) {
    this.log = log;
    this.contacts = contacts;
    this.floor = log.last();
    this.last = floor;
  }

  /// Takes in the next event of the line.
  public void hear(Event event) {
    lock.lock();
    try {
      if (event.seq() <= last) {
        return;
      }
      if (event.seq() > last + 1) {
        floor = event.seq() - 1; // some were not heard; who needs them reads the log
      }
      last = event.seq();
      newest[slot(last)] = noted(event);
      floor = Math.max(floor, last - NEWEST);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The events after `seq`, oldest first; waits for one at most so long.
  List<Noted> after(long seq, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (last <= seq && left > 0) {
        left = more.awaitNanos(left);
      }
      if (seq >= floor && seq < last) {
        return found(seq);
      }
    } finally {
      lock.unlock();
    }
    // older than is kept here; or a long silence, which the log has to confirm
    return log.after(seq, MOST_AT_ONCE).stream().map(this::noted).toList();
  }

  /// Whether a client that has everything up to `seq` can go on from there.
  boolean canResume(long seq) {
    return seq <= log.last() && seq >= log.oldest() - 1;
  }

  /// The number of the newest event there is.
  long newest() {
    return log.last();
  }

  private List<Noted> found(long seq) {
    var found = new ArrayList<Noted>();
    for (long next = seq + 1; next <= last && found.size() < MOST_AT_ONCE; next++) {
      found.add(Objects.requireNonNull(newest[slot(next)]));
    }
    return found;
  }

  private Noted noted(Event event) {
    return new Noted(event, contacts);
  }

  private static int slot(long seq) {
    return (int) (seq % NEWEST);
  }
}
