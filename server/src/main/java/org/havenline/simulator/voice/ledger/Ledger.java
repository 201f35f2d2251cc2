package org.havenline.simulator.voice.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Sound;

/// Everything that happened on the calls, in its order.
public final class Ledger {
  /// One leg hears another.
  public record Pair(String speaker, String listener) {}

  /// The oldest sounds and talks are forgotten beyond this, so that a demo may run for months.
  private static final int REMEMBERED = 100_000;

  private final InstantSource clock;
  private final LinkedHashMap<Long, Heard> heard = new LinkedHashMap<>();
  private final LinkedHashMap<Long, Talk> talks = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Ended> ended = new ArrayList<>();
  private final List<Recording> recordings = new ArrayList<>();
  private final Set<String> deleted = new HashSet<>();
  private long number;
  private final Map<String, Map<Pair, Long>> rooms = new HashMap<>();

  public Ledger(InstantSource clock) {
    this.clock = clock;
  }

  /// A sound begins.
  ///
  /// @return what to run when it ends
  public synchronized Runnable begins(String call, Sound sound) {
    long place = number++;
    heard.put(place, new Heard(call, sound, clock.instant(), null));
    forget(heard);
    return () -> ends(place);
  }

  private synchronized void ends(long place) {
    var open = heard.get(place);
    if (open != null && open.to() == null) {
      heard.put(place, new Heard(open.call(), open.sound(), open.from(), clock.instant()));
    }
  }

  /// Who hears whom in a room from now on.
  public synchronized void hear(String room, Set<Pair> pairs) {
    var open = rooms.computeIfAbsent(room, _ -> new HashMap<>());
    for (var each : List.copyOf(open.entrySet())) {
      if (!pairs.contains(each.getKey())) {
        open.remove(each.getKey());
        talks.computeIfPresent(each.getValue(), (_, talk) -> talk.until(clock.instant()));
      }
    }
    for (var pair : pairs) {
      if (!open.containsKey(pair)) {
        open.put(pair, number);
        talks.put(number++, new Talk(room, pair.speaker(), pair.listener(), clock.instant(), null));
      }
    }
    if (open.isEmpty()) {
      rooms.remove(room);
    }
    forget(talks);
  }

  private static void forget(SequencedMap<Long, ?> entries) {
    if (entries.size() > REMEMBERED) {
      entries.pollFirstEntry();
    }
  }

  public synchronized void fault(String call, int code, String what) {
    faults.add(new Fault(clock.instant(), call, code, what));
  }

  public synchronized void ended(String call, EndReason why) {
    ended.add(new Ended(call, clock.instant(), why));
  }

  public synchronized void recorded(Recording recording) {
    recordings.add(recording);
  }

  public synchronized List<Heard> heard() {
    return List.copyOf(heard.values());
  }

  public synchronized List<Talk> talks() {
    return List.copyOf(talks.values());
  }

  public synchronized List<Fault> faults() {
    return List.copyOf(faults);
  }

  public synchronized List<Ended> ended() {
    return List.copyOf(ended);
  }

  public synchronized List<Recording> recordings() {
    return List.copyOf(recordings);
  }

  /// Recordings that were not deleted.
  public synchronized List<Recording> kept() {
    return recordings.stream().filter(one -> !deleted.contains(one.sid())).toList();
  }

  /// @return whether it was there
  public synchronized boolean deleted(String sid) {
    return recordings.stream().anyMatch(one -> one.sid().equals(sid)) && deleted.add(sid);
  }

  /// Words and files one leg heard, in their order.
  public List<String> heardBy(String call) {
    return heard().stream().filter(h -> h.call().equals(call)).map(h -> h.sound().words()).toList();
  }

  /// Whom this leg could talk with, both ways, now or before.
  public Set<String> partnersOf(String call) {
    var all = talks();
    var spoke = new HashSet<String>();
    all.stream()
        .filter(talk -> talk.speaker().equals(call))
        .filter(talk -> all.stream().anyMatch(back -> answers(talk, back)))
        .forEach(talk -> spoke.add(talk.listener()));
    return spoke;
  }

  /// The talks that last.
  public Stream<Talk> now() {
    return talks().stream().filter(Talk::lasts);
  }

  private static boolean answers(Talk talk, Talk back) {
    return back.speaker().equals(talk.listener())
        && back.listener().equals(talk.speaker())
        && back.room().equals(talk.room());
  }
}
