package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A line with telephones, in which whole calls are played; after each test nothing may be broken
/// that must never be.
abstract class SimulatedCalls extends LineTest {
  static final String HERS = "+380501234567";
  static final Duration MINUTE = Duration.ofMinutes(1);

  final Map<String, Party> phones = new HashMap<>();
  CallWorld world;

  @BeforeEach
  void open() {
    world = new CallWorld(line, line.keyFiles, weather(), this::phone);
  }

  CallWorld.Weather weather() {
    return CallWorld.Weather.FAIR;
  }

  Party phone(String number) {
    return phones.getOrDefault(number, Script.neverAnswers());
  }

  @AfterEach
  void nothingIsBroken() {
    // else a telephone may be ringing at this very moment, and rightly
    world.shift.ends();
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(world.broken()).isEmpty();
  }

  void has(String id, Party party) {
    world.onDuty(id);
    phones.put(world.phone(id), party);
  }

  /// Picks up after three seconds, takes the call, talks for a minute.
  static Script takes() {
    return Script.picksUp(Duration.ofSeconds(3))
        .hearing("Press 1", phone -> phone.press(Duration.ofSeconds(1), "1"));
  }

  /// Chooses Ukrainian, and stays for so long.
  static Script she(int seconds) {
    return Script.person()
        .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
        .hangUp(Duration.ofSeconds(seconds));
  }
}
