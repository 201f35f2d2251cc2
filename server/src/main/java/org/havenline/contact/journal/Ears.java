package org.havenline.contact.journal;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.havenline.contact.LineId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who hears what happens on a line, once the doors are open; what was before is in its log. Each
/// hears it in order, on a thread of its own: one that asks the store about every event must not
/// make a text late at the desk.
public final class Ears implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ears.class);

  private final Map<LineId, Queue<Ear>> all = new ConcurrentHashMap<>();

  public void add(LineId line, Consumer<Event> ear) {
    of(line).add(new Ear(ear));
  }

  public Consumer<Event> hearing(LineId line) {
    return event -> of(line).forEach(one -> one.events.add(event));
  }

  private Queue<Ear> of(LineId line) {
    return all.computeIfAbsent(line, _ -> new ConcurrentLinkedQueue<>());
  }

  private static final class Ear {
    private final Consumer<Event> hears;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread thread;

    Ear(Consumer<Event> hears) {
      this.hears = hears;
      this.thread = Thread.ofVirtual().name("ear").start(this::listen);
    }

    private void listen() {
      try {
        while (true) {
          hear(events.take());
        }
      } catch (InterruptedException e) {
        // the doors are closed
      }
    }

    private void hear(Event event) {
      try {
        hears.accept(event);
      } catch (RuntimeException e) {
        // what is missed here is looked for in the log and in the store
        LOG.error("event {} was not heard", event.seq(), e);
      }
    }
  }

  @Override
  public void close() {
    all.values().forEach(ears -> ears.forEach(one -> one.thread.interrupt()));
  }
}
