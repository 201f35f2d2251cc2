package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.channel.twilio.voice.TalkTables.INTERPRETER;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.havenline.channel.voice.talk.Deeds.Outcome;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.contact.ContactState;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.web.Disorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A talk that passes to another responder, or does not.
class PassingIT extends TalkTest {

  @Test
  void sheIsToldAndMeetsTheColleague() {
    var call = talking(120);
    has(RUTH, takes());
    assertThat(deeds().pass(OKSANA, id(call), RUTH, Way.COLD)).isEqualTo(Outcome.DONE);
    pass(20);
    assertThat(heard(call)).contains(MOVING);
    assertThat(contact(call).isOwnedBy(RUTH)).isTrue();
    assertThat(hears(call)).containsExactly(world.phone("ruth"));
    assertThat(phone(OKSANA).ended()).isPresent();
    assertThat(line.redis.call("HLEN", "{demo}:holds:oksana").number()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "unreachable", "machine", "nobody", "no key", "hangs up"})
  void whenNothingComesOfItSheIsBackWithTheFirst(String how) {
    var call = talking(200);
    var place = contact(call).epoch();
    has(RUTH, party(how));
    deeds().pass(OKSANA, id(call), RUTH, Way.COLD);
    pass(60);
    assertThat(contact(call).isOwnedBy(OKSANA)).isTrue();
    assertThat(contact(call).epoch()).isEqualTo(place);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
    assertThat(phone(RUTH).ended()).isPresent();
  }

  private static Party party(String how) {
    return switch (how) {
      case "busy" -> Script.busy();
      case "unreachable" -> Script.unreachable();
      case "machine" -> Script.voicemail(Duration.ofSeconds(2));
      case "no key" -> Script.picksUp(Duration.ofSeconds(2));
      case "hangs up" -> Script.picksUp(Duration.ofSeconds(2)).hangUp(Duration.ofSeconds(3));
      default -> Script.neverAnswers();
    };
  }

  @Test
  void theFirstMayHangUpWhileTheColleagueIsRung() {
    has(OKSANA, takes().hangUp(Duration.ofSeconds(25)));
    var call = callsAndTalks(150);
    has(
        RUTH,
        Script.picksUp(Duration.ofSeconds(15))
            .hearing("Press 1", phone -> phone.press(Duration.ofSeconds(1), "1")));
    deeds().pass(OKSANA, id(call), RUTH, Way.COLD);
    pass(40);
    assertThat(contact(call).isOwnedBy(RUTH)).isTrue();
    assertThat(hears(call)).containsExactly(world.phone("ruth"));
  }

  @Test
  void theFirstIsRungAgainWhenHeHungUpAndNobodyTookHer() {
    has(OKSANA, takes().hangUp(Duration.ofSeconds(25)));
    var call = callsAndTalks(200);
    has(RUTH, Script.neverAnswers());
    deeds().pass(OKSANA, id(call), RUTH, Way.COLD);
    pass(62);
    assertThat(contact(call).isOwnedBy(OKSANA)).isTrue();
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void sheHangsUpWhileTheColleagueIsRung() {
    var call = talking(35);
    has(RUTH, Script.neverAnswers());
    deeds().pass(OKSANA, id(call), RUTH, Way.COLD);
    pass(20);
    assertThat(world.twilio.calls()).allMatch(leg -> leg.ended().isPresent());
  }

  @Test
  void aColleagueIsBriefedWhileSheIsOnHoldAndThenTakesHer() {
    var call = talking(160);
    has(RUTH, takes());
    deeds().pass(OKSANA, id(call), RUTH, Way.WARM);
    pass(25);
    assertThat(heard(call)).contains(CONNECTED).doesNotContain(MOVING);
    assertThat(hears(call)).isEmpty();
    assertThat(hears(phone(RUTH))).containsExactly(world.phone("oksana"));
    assertThat(contact(call).isOwnedBy(OKSANA)).isTrue();
    assertThat(deeds().complete(OKSANA, id(call))).isEqualTo(Outcome.DONE);
    pass(15);
    assertThat(contact(call).isOwnedBy(RUTH)).isTrue();
    assertThat(hears(call)).containsExactly(world.phone("ruth"));
    assertThat(phone(OKSANA).ended()).isPresent();
    assertThat(call.ended()).isEmpty();
  }

  @Test
  void hangingUpAfterTheBriefingPassesHerOn() {
    has(OKSANA, takes().hangUp(Duration.ofSeconds(60)));
    var call = callsAndTalks(160);
    has(RUTH, takes());
    deeds().pass(OKSANA, id(call), RUTH, Way.WARM);
    pass(70);
    assertThat(contact(call).isOwnedBy(RUTH)).isTrue();
    assertThat(hears(call)).containsExactly(world.phone("ruth"));
  }

  @Test
  void anAbandonedBriefingLeavesEverythingAsItWas() {
    var call = talking(160);
    var before = contact(call).epoch();
    has(RUTH, takes());
    deeds().pass(OKSANA, id(call), RUTH, Way.WARM);
    pass(25);
    var guest = deeds().state(contact(call)).orElseThrow().guests().getFirst().guest();
    deeds().dismiss(OKSANA, guest.id());
    pass(12);
    assertThat(phone(RUTH).ended()).isPresent();
    assertThat(contact(call).epoch()).isEqualTo(before);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
    // and it can be tried again
    assertThat(deeds().pass(OKSANA, id(call), RUTH, Way.COLD)).isEqualTo(Outcome.DONE);
    pass(20);
    assertThat(contact(call).isOwnedBy(RUTH)).isTrue();
  }

  @Test
  void sheHearsNothingOfTheRoomUntilWhoWasBriefedIsSurelyGone() {
    var cannotEnd = new AtomicBoolean();
    world =
        world(
            new CallWorld.Weather(
                1,
                100,
                Disorder.NONE,
                asked ->
                    cannotEnd.get()
                            && asked.method().equals("POST")
                            && asked.path().contains("/Calls/")
                        ? new Trouble.Status(503, 20503, false)
                        : new Trouble.None(),
                UnaryOperator.identity()));
    var call = talking(200);
    has(RUTH, takes());
    deeds().pass(OKSANA, id(call), RUTH, Way.WARM);
    pass(25);
    var guest = deeds().state(contact(call)).orElseThrow().guests().getFirst().guest();
    cannotEnd.set(true);
    deeds().dismiss(OKSANA, guest.id());
    pass(12);
    assertThat(hears(phone(RUTH))).containsExactly(world.phone("oksana"));
    assertThat(hears(call)).isEmpty();
    cannotEnd.set(false);
    pass(12);
    assertThat(phone(RUTH).ended()).isPresent();
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void aColleagueWhoHangsUpDuringTheBriefingLeavesHerWithTheFirst() {
    var call = talking(160);
    has(RUTH, takes().hangUp(Duration.ofSeconds(25)));
    deeds().pass(OKSANA, id(call), RUTH, Way.WARM);
    pass(40);
    assertThat(contact(call).isOwnedBy(OKSANA)).isTrue();
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void anInterpreterStaysWithHer() {
    var call = talking(160);
    phones.put(INTERPRETER, takes());
    deeds().interpreter(OKSANA, id(call));
    pass(15);
    has(RUTH, takes());
    deeds().pass(OKSANA, id(call), RUTH, Way.COLD);
    pass(30);
    assertThat(contact(call).isOwnedBy(RUTH)).isTrue();
    assertThat(hears(call)).containsExactlyInAnyOrder(world.phone("ruth"), INTERPRETER);
  }

  @Test
  void aSupervisorIsOutWhenTheNewResponderWasNotTold() {
    var call = talking(160);
    phones.put(world.phone("miriam"), takes());
    deeds().supervise(MIRIAM, id(call), Way.LISTEN);
    pass(25);
    has(RUTH, takes());
    deeds().pass(OKSANA, id(call), RUTH, Way.COLD);
    pass(25);
    assertThat(hears(call)).containsExactly(world.phone("ruth"));
    assertThat(phone(MIRIAM).ended()).isPresent();
  }

  @Test
  void backInTheQueueSheKeepsHerPlaceAndIsTold() {
    var call = talking(160);
    var place = contact(call).place().virtualArrival();
    assertThat(deeds().passToQueue(OKSANA, id(call))).isEqualTo(Outcome.DONE);
    pass(4);
    assertThat(contact(call).state()).isNotEqualTo(ContactState.CONNECTED);
    assertThat(contact(call).place().virtualArrival()).isEqualTo(place);
    pass(10);
    assertThat(heard(call)).contains(MOVING);
    assertThat(phone(OKSANA).ended()).isPresent();
  }

  @Test
  void nobodyIsAskedWhomSheDoesNotWantNorWhoIsBusy() {
    var call = talking(60);
    assertThat(deeds().pass(OKSANA, id(call), RUTH, Way.COLD)).isEqualTo(Outcome.BUSY);
    has(RUTH, takes());
    line.redis.call("HSET", "{demo}:contact:" + id(call), "avoid", "responder ruth");
    assertThat(deeds().colleagues(contact(call))).isEmpty();
    assertThat(deeds().pass(OKSANA, id(call), RUTH, Way.COLD)).isEqualTo(Outcome.BUSY);
    assertThat(deeds().pass(RUTH, id(call), OKSANA, Way.COLD)).isEqualTo(Outcome.NOT_YOURS);
  }
}
