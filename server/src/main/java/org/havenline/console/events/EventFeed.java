package org.havenline.console.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.journal.Event;
import org.havenline.contact.journal.EventLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The newest events of a line, kept once for all sockets of this node. Each socket walks them at
/// its own pace from the number it has: so nothing is lost and nothing comes twice, and a slow
/// reader holds up nobody.
///
/// They are woken together, for all that has come meanwhile, and find its contacts read: waking
/// each desk for each event, to meet at one contact, was most of what a busy node did.
public final class EventFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

  /// Between two times that desks are woken; what comes after a longer silence is told at once.
  private static final Duration BREATH = Duration.ofMillis(20);

  /// About a minute at full load; what is older is read from the log.
  private static final int NEWEST = 4_096;

  private static final int MOST_AT_ONCE = 200;

  private final EventLog log;
  private final Contacts contacts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition come = lock.newCondition();
  private final Condition more = lock.newCondition();
  private final Thread thread;

  /// By number, modulo the length: numbers have no gaps.
  private final @Nullable Noted[] newest = new Noted[NEWEST];

  /// What lies in `newest`: the events after `floor` up to `last`.
  private long floor;

  private long last;

  /// Up to here desks are told.
  private long told;

  public EventFeed(EventLog log, Contacts contacts) {
    this.log = log;
    this.contacts = contacts;
    this.floor = log.last();
    this.last = floor;
    this.told = floor;
    this.thread = Thread.ofVirtual().name("feed").start(this::tell);
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
      come.signal();
    } finally {
      lock.unlock();
    }
  }

  private void tell() {
    try {
      while (true) {
        var some = next();
        read(some);
        told(some.getLast().event().seq());
        Thread.sleep(BREATH);
      }
    } catch (InterruptedException e) {
      // closed: nobody is there to be told
    }
  }

  private List<Noted> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (last == told) {
        come.await();
      }
      return found(Math.max(told, floor), last);
    } finally {
      lock.unlock();
    }
  }

  /// Their contacts are read after the last of them: so none is older than its event.
  private void read(List<Noted> some) {
    try {
      var ids =
          some.stream()
              .flatMap(noted -> noted.event().contact().stream())
              .collect(Collectors.toSet());
      var found = ids.isEmpty() ? Map.<ContactId, Contact>of() : contacts.find(ids);
      some.forEach(noted ->
          noted.isOf(noted.event().contact().flatMap(id -> Optional.ofNullable(found.get(id)))));
    } catch (RuntimeException e) {
      // desks read what is missing, and meet the fault themselves
      LOG.debug("contacts are not read ahead", e);
    }
  }

  private void told(long seq) {
    lock.lock();
    try {
      told = seq;
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
      while (told <= seq && left > 0) {
        left = more.awaitNanos(left);
      }
      if (seq >= floor && seq < told) {
        return found(seq, told);
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

  private List<Noted> found(long seq, long upTo) {
    var found = new ArrayList<Noted>();
    for (long next = seq + 1; next <= upTo && found.size() < MOST_AT_ONCE; next++) {
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

  @Override
  public void close() {
    thread.interrupt();
  }
}
