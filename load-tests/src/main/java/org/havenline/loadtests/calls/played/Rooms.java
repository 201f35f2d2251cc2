package org.havenline.loadtests.calls.played;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Conferences: who is in each, and what never should have been.
public final class Rooms {
  private final Map<String, Set<Leg>> rooms = new HashMap<>();
  private int talks;
  private int crowded;

  synchronized void enter(String room, Leg leg) {
    var in = rooms.computeIfAbsent(room, _ -> new HashSet<>());
    in.add(leg);
    if (in.size() == 2) {
      talks++;
    }
    if (in.size() > 2 || in.stream().filter(Caller.class::isInstance).count() > 1) {
      crowded++;
    }
    in.forEach(Leg::joined);
  }

  /// Whoever leaves ends it for the other.
  synchronized void leave(String room, Leg leg) {
    var in = rooms.getOrDefault(room, Set.of());
    if (in.contains(leg)) {
      rooms.remove(room);
      in.stream().filter(other -> !other.equals(leg)).forEach(other -> other.signal(Leg.ROOM_OVER));
    }
  }

  synchronized boolean holdsTwo(String room) {
    return rooms.getOrDefault(room, Set.of()).size() == 2;
  }

  public synchronized int talks() {
    return talks;
  }

  /// Rooms in which two callers met, or a third was.
  public synchronized int crowded() {
    return crowded;
  }
}
