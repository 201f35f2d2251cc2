package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.channel.twilio.voice.TalkTables.INTERPRETER;

import java.time.Duration;
import org.havenline.channel.voice.talk.Deeds.Outcome;
import org.havenline.simulator.voice.party.Script;
import org.junit.jupiter.api.Test;

/// An interpreter who sits behind an extension: the tables have `ww7` for her.
class ExtensionIT extends TalkTest {
  private static final String WHISPER = "A call is waiting. Press 1 to take it.";

  /// A switchboard that puts through to a person who picks up in her own time, hears what there is
  /// to hear, and presses 1.
  private static Script putsThrough(String keys) {
    return Script.picksUp(Duration.ofSeconds(2))
        .hearing("KEYS " + keys, phone -> phone.press(Duration.ofSeconds(11), "1"));
  }

  @Test
  void herExtensionIsDialledAndSheComesIntoTheTalk() {
    var call = talking(120);
    phones.put(INTERPRETER, putsThrough("7"));
    assertThat(deeds().interpreter(OKSANA, id(call))).isEqualTo(Outcome.DONE);
    pass(30);
    assertThat(heard(at(INTERPRETER))).startsWith("KEYS 7", WHISPER);
    assertThat(hears(call)).containsExactlyInAnyOrder(world.phone("oksana"), INTERPRETER);
    var picked = at(INTERPRETER).answered().orElseThrow();
    var dialled =
        world.twilio.ledger().heard().stream()
            .filter(sound -> sound.call().equals(at(INTERPRETER).sid()))
            .findFirst()
            .orElseThrow();
    assertThat(Duration.between(picked, dialled.from())).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void behindAnotherExtensionNobodyIsReachedAndTheTwoTalkOn() {
    var call = talking(120);
    phones.put(INTERPRETER, putsThrough("8"));
    deeds().interpreter(OKSANA, id(call));
    pass(40);
    assertThat(at(INTERPRETER).ended()).isPresent();
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }
}
