package org.havenline.contact.journal;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.havenline.contact.LineId;

/// Who hears what happens on a line, once the doors are open; what was before is in its log.
public final class Ears {
  private final Map<LineId, Queue<Consumer<Event>>> all = new ConcurrentHashMap<>();

  public void add(LineId line, Consumer<Event> ear) {
    of(line).add(ear);
  }

  public Consumer<Event> hearing(LineId line) {
    return event -> of(line).forEach(one -> one.accept(event));
  }

  private Queue<Consumer<Event>> of(LineId line) {
    return all.computeIfAbsent(line, _ -> new ConcurrentLinkedQueue<>());
  }
}
