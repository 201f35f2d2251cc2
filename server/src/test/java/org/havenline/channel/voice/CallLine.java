package org.havenline.channel.voice;

import java.time.Duration;
import java.util.List;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.lane.LaneWorkers;
import org.havenline.lane.Lanes;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Vault;
import org.havenline.testing.HandClock;
import org.havenline.testing.Line;
import org.havenline.testing.Telephones;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;

/// A line with calls on a real store, where a test takes each step itself. Responders have
/// telephones: `+1202555` and four digits.
final class CallLine {
  private static final Duration STEP = Duration.ofSeconds(5);
  static final String OURS = "+15005550006";
  static final String HERS = "+380501234567";
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();

  final HandClock clock;
  final Line line;
  final PlayedTelephones telephones;
  final CallRooms rooms;
  private final Lanes lanes;

  /// @param keys for what only calls seal
  CallLine(Line line, KeyFolder keys) {
    this(line, keys, new PlayedTelephones());
  }

  /// @param telephones that another node dials too
  CallLine(Line line, KeyFolder keys, PlayedTelephones telephones) {
    this.line = line;
    this.telephones = telephones;
    clock = line.clock;
    line.tables = Telephones.given(line.tables);
    rooms =
        CallRooms.of(
            new CallRooms.Ground(
                line.redis,
                Line.KEYS,
                Vault.open(keys),
                line.pseudonyms,
                line.intake,
                () -> line.tables,
                clock),
            telephones,
            new Speech(TEXTS, language -> !language.startsWith("so")),
            () -> {});
    lanes = new Lanes(line.redis, Line.KEYS, "calls", CallRooms.LEASE, clock);
  }

  void onDuty(String... ids) {
    for (var id : ids) {
      line.presence.available(new ResponderId(id));
    }
  }

  String phone(String id) {
    return Telephones.of(line, id);
  }

  /// Does all that workers would do now: understand, offer, ring.
  void work() {
    for (int i = 0; i < 2; i++) {
      all(line.inbox, line.intake);
      line.asking.askAll();
      // in the house the event of an offer tells it
      line.contacts.open().forEach(contact -> rooms.calls().nudge(contact.id()));
      all(lanes, rooms.switchboard());
    }
  }

  private static void all(Lanes lanes, LaneWorkers.Work work) {
    var claim = lanes.claim();
    while (claim.isPresent()) {
      work.perform(claim.get());
      claim = lanes.claim();
    }
  }

  void passes(Duration time) {
    var left = time;
    while (left.isPositive()) {
      var step = left.compareTo(STEP) < 0 ? left : STEP;
      clock.move(step);
      left = left.minus(step);
      // signs of life of who is on duty
      line.presence.onDuty().forEach(line.presence::renew);
      work();
    }
  }

  /// Somebody calls, and hears the menu.
  Turn calls(String call, String from) {
    return rooms.attendant().answer(new CallId(call), from, OURS);
  }

  /// She presses the key of a language, on whatever level it is.
  Turn chooses(String call, String language, Turn menu) {
    var now = menu;
    for (int level = 0; level < 9; level++) {
      var heard = ((Turn.Ask) now).words();
      for (var spoken : heard) {
        var key = spoken.text().replaceAll("\\D", "");
        if (spoken.language().equals(language) && !key.isEmpty() && !key.equals("9")) {
          return rooms.attendant().menu(new CallId(call), level, 0, key);
        }
      }
      now = rooms.attendant().menu(new CallId(call), level, 0, "9");
    }
    throw new IllegalArgumentException("no " + language);
  }

  /// Calls, and waits in this language.
  void waitsIn(String language, String call, String from) {
    chooses(call, language, calls(call, from));
    work();
  }

  Turn next(String call) {
    return rooms.attendant().next(new CallId(call), 1, "");
  }

  Contact contact(String call) {
    var person = rooms.calls().find(new CallId(call)).orElseThrow().person();
    return line.contact(line.contacts.last(person).orElseThrow());
  }

  /// Telephones that ring now, by whose they are.
  List<String> ringing() {
    return telephones.ringing.values().stream()
        .map(ring -> Telephones.owner(line, ring.to()))
        .toList();
  }

  PlayedTelephones.Ring ring(String id) {
    return telephones.ringing.values().stream()
        .filter(ring -> ring.to().equals(phone(id)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not rung"));
  }

  /// He picks up.
  Turn picksUp(String id) {
    var ring = ring(id);
    return rooms.summons().answered(ring.leg(), ring.sid());
  }

  Turn presses(String id, String key) {
    return presses(ring(id), key);
  }

  Turn presses(PlayedTelephones.Ring ring, String key) {
    return rooms.summons().pressed(ring.leg(), ring.sid(), 0, key);
  }

  /// His telephone is silent from now on, for whatever reason.
  void hangsUp(String id, String why) {
    var ring = ring(id);
    telephones.ringing.remove(ring.sid());
    telephones.over.add(ring.sid());
    rooms
        .summons()
        .reported(ring.leg(), ring.sid(), org.havenline.channel.voice.leg.Leg.State.OVER, why);
    work();
  }

  /// She hangs up, and the provider tells.
  void sheHangsUp(String call) {
    telephones.over.add(call);
    rooms.attendant().over(new CallId(call));
    work();
  }
}
