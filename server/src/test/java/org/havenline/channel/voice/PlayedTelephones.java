package org.havenline.channel.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.leg.Dialler;
import org.havenline.channel.voice.leg.Leg;

/// The telephone network, played: what was dialled, and is not over.
final class PlayedTelephones implements Dialler {
  /// One telephone that rings or is picked up.
  record Ring(String sid, String leg, String to, String from) {}

  final Map<String, Ring> ringing = new LinkedHashMap<>();
  final List<Ring> dialled = new ArrayList<>();
  final List<CallId> fetched = new ArrayList<>();
  final List<String> legsFetched = new ArrayList<>();
  final Map<String, String> pressed = new LinkedHashMap<>();

  /// How each telephone takes part in its room, as last set.
  final Map<String, Seat> seats = new LinkedHashMap<>();

  /// What was done in rooms, in its order.
  final List<String> done = new ArrayList<>();

  final Set<String> over = new HashSet<>();

  /// What the provider does with the next request to dial; it rings when nothing is told.
  Optional<Supplier<Result>> trouble = Optional.empty();

  /// Whether it answers at all.
  boolean away;

  @Override
  public Result dial(Leg leg, String to, String from, Duration ring, String keys) {
    if (!keys.isEmpty()) {
      pressed.put(leg.id(), keys);
    }
    if (away) {
      return new Result.Busy(Duration.ofSeconds(1));
    }
    if (trouble.isPresent()) {
      var result = trouble.get().get();
      trouble = Optional.empty();
      if (result instanceof Result.Unknown) {
        ring(leg, to, from);
      }
      return result;
    }
    return new Result.Accepted(ring(leg, to, from));
  }

  @Override
  public Result dialBack(Leg leg, String to, String from, Duration ring) {
    return dial(leg, to, from, ring);
  }

  private String ring(Leg leg, String to, String from) {
    var one = new Ring("CAleg" + dialled.size(), leg.id(), to, from);
    dialled.add(one);
    ringing.put(one.sid(), one);
    return one.sid();
  }

  @Override
  public Optional<String> find(String to, String from, Instant since) {
    var found = ringing.values().stream().filter(one -> one.to().equals(to)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst().sid()) : Optional.empty();
  }

  @Override
  public boolean end(String sid) {
    if (away) {
      return false;
    }
    ringing.remove(sid);
    over.add(sid);
    return true;
  }

  @Override
  public boolean fetch(CallId call) {
    if (!away) {
      fetched.add(call);
    }
    return !away;
  }

  @Override
  public boolean fetch(Leg leg) {
    if (!away) {
      legsFetched.add(leg.id());
    }
    return !away;
  }

  @Override
  public boolean seat(CallId call, String room, String sid, Seat seat) {
    if (!away) {
      seats.put(sid, seat);
      done.add(room + " " + sid + " " + seat);
    }
    return !away;
  }

  @Override
  public boolean announce(CallId call, String room, String guest) {
    if (!away) {
      done.add("announced " + room);
    }
    return !away;
  }

  @Override
  public Optional<Boolean> isOver(String sid) {
    return away ? Optional.empty() : Optional.of(over.contains(sid));
  }
}
