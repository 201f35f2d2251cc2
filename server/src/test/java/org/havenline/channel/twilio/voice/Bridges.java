package org.havenline.channel.twilio.voice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.channel.voice.talk.Guest;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guests;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Talk;
import org.havenline.testing.Line;

/// Who may hear whom: a caller and one responder, and third parties of that call who were written
/// down as wanted, while a responder is there. What telephones did is held against the store.
record Bridges(Switchboard twilio, Line line) {

  /// Whose telephone it is.
  ///
  /// @param of the call it belongs to
  /// @param kind empty for the caller; a responder could answer her, as a successor could
  /// @param guest whether it was written down as wanted
  record Place(String of, Optional<Kind> kind, boolean guest) {
    static Place caller(String sid) {
      return new Place(sid, Optional.empty(), false);
    }

    boolean isCaller() {
      return kind.isEmpty();
    }

    boolean answers() {
      return kind.filter(Kind.SUCCESSOR::equals).isPresent();
    }
  }

  List<String> broken() {
    var places = new HashMap<String, Place>();
    twilio.calls().forEach(call -> place(call).ifPresent(one -> places.put(call.sid(), one)));
    return broken(twilio.ledger().talks(), places);
  }

  static List<String> broken(List<Talk> talks, Map<String, Place> places) {
    var found = new ArrayList<String>();
    for (int i = 0; i < talks.size(); i++) {
      for (int j = i + 1; j < talks.size(); j++) {
        if (overlap(talks.get(i), talks.get(j)) && !belong(talks.get(i), talks.get(j), places)) {
          found.add("two at once are heard by " + talks.get(i).listener());
        }
      }
      if (isAlone(talks.get(i), talks, places)) {
        found.add("left alone with " + talks.get(i).speaker() + ": " + talks.get(i).listener());
      }
    }
    return found;
  }

  private Optional<Place> place(Call call) {
    if (call.record().to().equals(CallWorld.OURS)) {
      return Optional.of(Place.caller(call.sid()));
    }
    var guests = new Guests(line.redis, Line.KEYS, line.clock);
    return leg(call.sid())
        .map(leg -> {
          var guest =
              guests.of(new CallId(leg.call().value())).stream()
                  .filter(one -> one.leg().equals(leg.id()))
                  .findFirst();
          return new Place(
              leg.call().value(),
              guest.map(Guest::kind).or(() -> Optional.of(Kind.SUCCESSOR)),
              guest.isPresent());
        });
  }

  private Optional<Leg> leg(String sid) {
    var legs = new Legs(line.redis, Line.KEYS, line.pseudonyms, () -> {}, line.clock);
    return twilio.calls().stream()
        .filter(call -> call.record().to().equals(CallWorld.OURS))
        .flatMap(call -> legs.of(new CallId(call.sid())).stream())
        .filter(leg -> leg.sid().equals(sid))
        .findFirst();
  }

  private static boolean overlap(Talk one, Talk other) {
    return one.listener().equals(other.listener())
        && !one.speaker().equals(other.speaker())
        && from(one).isBefore(to(other))
        && from(other).isBefore(to(one));
  }

  private static Instant from(Talk talk) {
    return talk.from();
  }

  private static Instant to(Talk talk) {
    return Optional.ofNullable(talk.to()).orElse(Instant.MAX);
  }

  /// All of one call; and she never hears two who could answer her, nor is she heard by one of them
  /// while he hears the other.
  private static boolean belong(Talk one, Talk other, Map<String, Place> places) {
    var listener = places.get(one.listener());
    var first = places.get(one.speaker());
    var second = places.get(other.speaker());
    if (listener == null || first == null || second == null) {
      return false;
    }
    boolean guests = listener.guest() || first.guest() || second.guest();
    boolean twoAnswer = listener.isCaller() && first.answers() && second.answers();
    boolean heardAside =
        (first.isCaller() && second.answers()) || (second.isCaller() && first.answers());
    return guests
        && !twoAnswer
        && !(listener.answers() && heardAside)
        && Set.of(listener.of()).equals(Set.of(first.of()))
        && listener.of().equals(second.of());
  }

  /// A third party hears her, and nobody who answers does.
  private static boolean isAlone(Talk talk, List<Talk> talks, Map<String, Place> places) {
    var her = places.get(talk.speaker());
    var guest = places.get(talk.listener());
    if (her == null || guest == null || !her.isCaller() || guest.answers() || guest.isCaller()) {
      return false;
    }
    return talks.stream()
        .filter(one -> one.room().equals(talk.room()) && one.speaker().equals(talk.speaker()))
        .filter(one ->
            Optional.ofNullable(places.get(one.listener())).filter(Place::answers).isPresent())
        .noneMatch(one -> !from(one).isAfter(from(talk)) && !to(one).isBefore(to(talk)));
  }
}
