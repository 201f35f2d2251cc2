package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.havenline.channel.voice.talk.Deeds.Outcome;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.Script;
import org.havenline.testing.Telephones;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Responders who are rung at their console: all is as with telephones, but for where it rings.
class SoftphoneCallsIT extends TalkTest {
  private static final ResponderId LUCIA = new ResponderId("lucia");

  @BeforeEach
  void oksanaAndRuthAnswerInTheBrowser() {
    line.tables = Telephones.inTheBrowser(line.tables, "oksana", "ruth");
  }

  @Test
  void theLegGoesToAClientThatNamesNobodyAndTheTwoTalk() {
    var call = talking(60);
    var to = phone(OKSANA).record().to();
    assertThat(to).matches("client:[A-Za-z0-9_]{1,121}").doesNotContainIgnoringCase("oksana");
    assertThat(to).isNotEqualTo(world.phone("ruth"));
    assertThat(phone(OKSANA).record().from()).isEqualTo(CallWorld.OURS);
    assertThat(contact(call).isOwnedBy(OKSANA)).isTrue();
    assertThat(heard(phone(OKSANA))).anyMatch(words -> words.contains("Press 1"));
  }

  @Test
  void picksUpAndPressesNothingIsNoOwner() {
    has(OKSANA, Script.picksUp(Duration.ofSeconds(2)));
    var call = calls(100);
    pass(90);
    assertThat(contact(call).state()).isNotEqualTo(ContactState.CONNECTED);
    assertThat(hears(call)).isEmpty();
  }

  private Call calls(int seconds) {
    return world.calls(
        HERS,
        Script.person()
            .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
            .hangUp(Duration.ofSeconds(seconds)));
  }

  @Test
  void whoseDeskIsNotOpenHasDeclinedAndTheNextIsRung() {
    has(RUTH, Script.unreachable());
    var call = world.calls("anonymous", Script.person().hangUp(Duration.ofSeconds(150)));
    pass(45);
    assertThat(phone(RUTH).ended()).isPresent();
    assertThat(hears(call)).isEmpty();
    has(LUCIA, takes());
    pass(75);
    assertThat(hears(call)).containsExactly(world.phone("lucia"));
  }

  @Test
  void whoAsksForAWomanIsAnsweredByOneAndNoMansBrowserRings() {
    line.tables = Telephones.men(line.tables, List.of("oksana"));
    has(OKSANA, Script.neverAnswers());
    var asking = Caller.speaking("en", Duration.ofMinutes(4)).wanting("callWoman");
    var call = world.calls("+12025550123", asking);
    pass(60);
    assertThat(heard(call)).contains(Caller.words("callAsked", "en", 0));
    var rung = rung(OKSANA);
    assertThat(rung).isPositive();
    phones.put(world.phone("oksana"), takes());
    pass(60);
    assertThat(rung(OKSANA)).isEqualTo(rung);
    has(RUTH, takes());
    pass(60);
    assertThat(hears(call)).containsExactly(world.phone("ruth"));
    assertThat(rung(OKSANA)).isEqualTo(rung);
  }

  private long rung(ResponderId id) {
    var client = world.phone(id.value());
    assertThat(client).startsWith("client:");
    return world.twilio.calls().stream().filter(one -> one.record().to().equals(client)).count();
  }

  @Test
  void holdAndMuteAreAsWithTelephones() {
    var call = talking(120);
    deeds().hold(OKSANA, id(call), true);
    pass(40);
    assertThat(hears(call)).isEmpty();
    assertThat(hears(phone(OKSANA))).isEmpty();
    assertThat(heard(call)).contains(CONNECTED);
    deeds().hold(OKSANA, id(call), false);
    deeds().mute(OKSANA, id(call), true);
    pass(8);
    assertThat(hears(call)).isEmpty();
    assertThat(hears(phone(OKSANA))).containsExactly(HERS);
    deeds().mute(OKSANA, id(call), false);
    pass(8);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void emergencyServicesComeIntoATalkInTheBrowser() {
    var call = talking(90);
    phones.put(TalkTables.DISPATCH, Script.picksUp(Duration.ofSeconds(4)));
    assertThat(deeds().emergency(OKSANA, id(call))).isEqualTo(Outcome.DONE);
    pass(15);
    assertThat(hears(at(TalkTables.DISPATCH)))
        .containsExactlyInAnyOrder(HERS, world.phone("oksana"));
    assertThat(hears(call)).containsExactlyInAnyOrder(TalkTables.DISPATCH, world.phone("oksana"));
  }

  @Test
  void aTalkPassesFromOneBrowserToAnother() {
    var call = talking(120);
    has(RUTH, takes());
    assertThat(deeds().pass(OKSANA, id(call), RUTH, Way.COLD)).isEqualTo(Outcome.DONE);
    pass(20);
    assertThat(phone(RUTH).record().to()).startsWith("client:");
    assertThat(contact(call).isOwnedBy(RUTH)).isTrue();
    assertThat(hears(call)).containsExactly(world.phone("ruth"));
  }

  @Test
  void aSupervisorComesInByABrowserToo() {
    line.tables = Telephones.inTheBrowser(line.tables, "miriam");
    var call = talking(90);
    has(MIRIAM, takes());
    deeds().supervise(MIRIAM, id(call), Way.LISTEN);
    pass(25);
    assertThat(phone(MIRIAM).record().to()).startsWith("client:");
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }
}
