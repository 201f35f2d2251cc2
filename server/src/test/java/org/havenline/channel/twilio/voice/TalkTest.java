package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.privacy.KeyFolder;
import org.havenline.routingconfig.line.TalkRules.Supervision;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A talk that goes on, with whoever else comes into it: by ear, Twilio being the simulator.
abstract class TalkTest extends LineTest {
  static final ResponderId OKSANA = new ResponderId("oksana");
  static final ResponderId RUTH = new ResponderId("ruth");
  static final ResponderId MIRIAM = new ResponderId("miriam");
  static final String HERS = "+380501234567";
  static final String CONNECTED = "Ви все ще на лінії. Одну хвилинку, будь ласка.";
  static final String MOVING =
      "Ми шукаємо іншу людину, щоб поговорити з вами. Будь ласка, залишайтеся на лінії.";

  final Map<String, Party> phones = new HashMap<>();
  private KeyFolder keys = new KeyFolder(Path.of("."), false);
  CallWorld world;

  @BeforeEach
  void open(@TempDir Path folder) {
    keys = new KeyFolder(folder, true);
    world = world(CallWorld.Weather.FAIR);
    rules(Supervision.ANNOUNCED);
  }

  final CallWorld world(CallWorld.Weather weather) {
    return new CallWorld(
        line, keys, weather, number -> phones.getOrDefault(number, Script.neverAnswers()));
  }

  final void rules(Supervision supervision) {
    line.tables = TalkTables.given(line.tables, supervision);
  }

  @AfterEach
  void nothingIsBroken() {
    pass(180);
    assertThat(world.broken()).isEmpty();
  }

  final void has(ResponderId id, Party party) {
    world.onDuty(id.value());
    phones.put(world.phone(id.value()), party);
  }

  /// Picks up after three seconds, and takes it.
  static Script takes() {
    return Script.picksUp(Duration.ofSeconds(3))
        .hearing("Press 1", phone -> phone.press(Duration.ofSeconds(1), "1"));
  }

  /// She chooses Ukrainian, talks with Oksana by now, and stays for so long.
  final Call talking(int seconds) {
    has(OKSANA, takes());
    return callsAndTalks(seconds);
  }

  final Call callsAndTalks(int seconds) {
    var call =
        world.calls(
            HERS,
            Script.person()
                .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
                .hangUp(Duration.ofSeconds(seconds)));
    pass(24);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
    return call;
  }

  final void pass(int seconds) {
    world.time.pass(Duration.ofSeconds(seconds));
  }

  final Deeds deeds() {
    return world.rooms.deeds();
  }

  final ContactId id(Call call) {
    return contact(call).id();
  }

  final Contact contact(Call call) {
    return world.contact(call);
  }

  /// Numbers that one hears now.
  final Set<String> hears(Call call) {
    return world
        .twilio
        .ledger()
        .now()
        .filter(talk -> talk.listener().equals(call.sid()))
        .map(talk -> world.twilio.call(talk.speaker()).orElseThrow())
        .map(one -> one.record().to().equals(CallWorld.OURS) ? HERS : one.record().to())
        .collect(Collectors.toSet());
  }

  /// What one has heard in words.
  final List<String> heard(Call call) {
    return world.twilio.ledger().heardBy(call.sid());
  }

  /// The last telephone that was rung at this number.
  final Call at(String number) {
    return world.twilio.calls().reversed().stream()
        .filter(one -> one.record().to().equals(number))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody was rung there"));
  }

  final Call phone(ResponderId id) {
    return at(world.phone(id.value()));
  }
}
