package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.channel.twilio.voice.TalkTables.DISPATCH;
import static org.havenline.channel.twilio.voice.TalkTables.INTERPRETER;

import java.time.Duration;
import org.havenline.channel.voice.talk.Deeds.Outcome;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.routingconfig.line.TalkRules.Supervision;
import org.havenline.simulator.voice.party.Script;
import org.junit.jupiter.api.Test;

/// Third parties in a talk: interpreters, emergency services, supervisors; who is on hold or muted.
class GuestsIT extends TalkTest {

  @Test
  void anInterpreterIsHeardByBothAndWhenSheLeavesTheTwoTalkOn() {
    var call = talking(120);
    phones.put(INTERPRETER, takes().hangUp(Duration.ofSeconds(30)));
    assertThat(deeds().interpreter(OKSANA, id(call))).isEqualTo(Outcome.DONE);
    pass(15);
    assertThat(at(INTERPRETER).record().from()).isEqualTo(CallWorld.OURS);
    assertThat(heard(at(INTERPRETER))).doesNotContain(HERS);
    assertThat(hears(call)).containsExactlyInAnyOrder(world.phone("oksana"), INTERPRETER);
    assertThat(hears(phone(OKSANA))).containsExactlyInAnyOrder(HERS, INTERPRETER);
    assertThat(hears(at(INTERPRETER))).containsExactlyInAnyOrder(HERS, world.phone("oksana"));
    pass(30);
    assertThat(at(INTERPRETER).ended()).isPresent();
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void whoeverWasChosenToInterpretIsRungByItself() {
    var call = talking(120);
    phones.put(INTERPRETER, takes());
    line.redis.call("HSET", "{demo}:contact:" + id(call), "interpreter", "almaz");
    line.redis.call("HSET", "{demo}:interpreting", "almaz", id(call));
    pass(45);
    assertThat(hears(call)).containsExactlyInAnyOrder(world.phone("oksana"), INTERPRETER);
    pass(90);
    assertThat(world.twilio.calls()).hasSize(3);
  }

  @Test
  void whenSheHangsUpAllTelephonesAreFree() {
    var call = talking(50);
    phones.put(INTERPRETER, takes());
    deeds().interpreter(OKSANA, id(call));
    pass(40);
    assertThat(world.twilio.calls()).hasSize(3).allMatch(leg -> leg.ended().isPresent());
  }

  @Test
  void aMachineIsNeverInATalkAndHearsNothingThatTells() {
    var call = talking(120);
    phones.put(INTERPRETER, Script.voicemail(Duration.ofSeconds(2)));
    deeds().interpreter(OKSANA, id(call));
    pass(40);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
    assertThat(heard(at(INTERPRETER)))
        .isSubsetOf("KEYS 7", "A call is waiting. Press 1 to take it.", "BEEP", "RINGING");
    assertThat(at(INTERPRETER).ended()).isPresent();
  }

  @Test
  void anInterpreterWaitsApartUntilTheResponderIsBack() {
    phones.put(INTERPRETER, takes());
    has(OKSANA, takes().hangUp(Duration.ofSeconds(40)));
    var call = callsAndTalks(130);
    deeds().interpreter(OKSANA, id(call));
    pass(45);
    assertThat(world.twilio.calls()).hasSize(4);
    assertThat(heard(at(INTERPRETER))).contains("You are still connected. One moment, please.");
    assertThat(hears(call)).containsExactlyInAnyOrder(world.phone("oksana"), INTERPRETER);
  }

  @Test
  void anInterpreterGoesWhenTheResponderDoesNotComeBack() {
    phones.put(INTERPRETER, takes());
    has(OKSANA, takes().hangUp(Duration.ofSeconds(30)));
    var call = callsAndTalks(150);
    deeds().interpreter(OKSANA, id(call));
    pass(8);
    phones.put(world.phone("oksana"), Script.busy());
    pass(60);
    assertThat(at(INTERPRETER).ended()).isPresent();
    assertThat(call.ended()).isEmpty();
  }

  /// A third party who was never written down.
  @Test
  void oneWhoIsNotWantedWouldBeFoundInATalk() {
    var call = talking(120);
    phones.put(INTERPRETER, takes());
    deeds().interpreter(OKSANA, id(call));
    pass(15);
    assertThat(world.broken()).noneSatisfy(one -> assertThat(one).contains("two at once"));
    line.redis.call("DEL", "{demo}:guests:" + call.sid());
    assertThat(world.broken()).anySatisfy(one -> assertThat(one).contains("two at once"));
    world = world(CallWorld.Weather.FAIR);
  }

  @Test
  void emergencyServicesComeInWithoutAKey() {
    var call = talking(120);
    phones.put(DISPATCH, Script.picksUp(Duration.ofSeconds(4)));
    assertThat(deeds().emergency(OKSANA, id(call))).isEqualTo(Outcome.DONE);
    assertThat(deeds().emergency(OKSANA, id(call))).isEqualTo(Outcome.BUSY);
    pass(15);
    assertThat(hears(at(DISPATCH))).containsExactlyInAnyOrder(HERS, world.phone("oksana"));
    var guest = deeds().state(contact(call)).orElseThrow().guests().getFirst().guest();
    assertThat(deeds().dismiss(RUTH, guest.id())).isEqualTo(Outcome.NOT_YOURS);
    assertThat(deeds().dismiss(OKSANA, guest.id())).isEqualTo(Outcome.DONE);
    pass(8);
    assertThat(at(DISPATCH).ended()).isPresent();
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void whoIsOnHoldHearsThatSheIsConnectedAndNobodyHearsHer() {
    var call = talking(140);
    deeds().hold(OKSANA, id(call), true);
    pass(40);
    assertThat(hears(call)).isEmpty();
    assertThat(hears(phone(OKSANA))).isEmpty();
    assertThat(heard(call).stream().filter(CONNECTED::equals).count()).isGreaterThanOrEqualTo(2);
    assertThat(heard(phone(OKSANA))).doesNotContain(CONNECTED);
    deeds().hold(OKSANA, id(call), false);
    pass(8);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
    assertThat(hears(phone(OKSANA))).containsExactly(HERS);
  }

  @Test
  void aMutedResponderHearsHerAndIsNotHeard() {
    var call = talking(90);
    deeds().mute(OKSANA, id(call), true);
    pass(8);
    assertThat(hears(call)).isEmpty();
    assertThat(hears(phone(OKSANA))).containsExactly(HERS);
    deeds().mute(OKSANA, id(call), false);
    pass(8);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void aHoldIsOverWhenTheResponderIsCutOff() {
    has(OKSANA, takes().hangUp(Duration.ofSeconds(40)));
    var call = callsAndTalks(120);
    deeds().hold(OKSANA, id(call), true);
    pass(50);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void aSupervisorListensOnlyAfterBothWereTold() {
    var call = talking(160);
    phones.put(world.phone("miriam"), takes());
    assertThat(deeds().supervise(MIRIAM, id(call), Way.LISTEN)).isEqualTo(Outcome.DONE);
    pass(35);
    assertThat(heard(call)).contains("Зараз у цій розмові є ще одна людина звідси.");
    assertThat(heard(phone(OKSANA))).contains("Another person from here is on this call now.");
    assertThat(hears(phone(MIRIAM))).containsExactlyInAnyOrder(HERS, world.phone("oksana"));
    assertThat(hears(call)).containsExactly(world.phone("oksana"));

    deeds().supervise(MIRIAM, id(call), Way.WHISPER);
    pass(8);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
    assertThat(hears(phone(OKSANA))).containsExactlyInAnyOrder(HERS, world.phone("miriam"));

    deeds().supervise(MIRIAM, id(call), Way.JOIN);
    pass(8);
    assertThat(hears(call)).containsExactlyInAnyOrder(world.phone("oksana"), world.phone("miriam"));

    deeds().supervise(MIRIAM, id(call), Way.LISTEN);
    pass(8);
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
    assertThat(toldBefore(call)).isTrue();
  }

  private boolean toldBefore(org.havenline.simulator.voice.call.Call call) {
    var ledger = world.twilio.ledger();
    var told =
        ledger.heard().stream()
            .filter(one -> one.call().equals(call.sid()))
            .filter(one -> one.sound().words().startsWith("Зараз у цій"))
            .findFirst()
            .orElseThrow();
    return ledger.talks().stream()
        .filter(one -> one.listener().equals(phone(MIRIAM).sid()))
        .allMatch(one -> told.to() != null && !one.from().isBefore(told.to()));
  }

  @Test
  void whoWasPutOnHoldWhileItWasSaidIsToldAgainBeforeAnybodyListens() {
    var call = talking(200);
    phones.put(world.phone("miriam"), takes());
    deeds().supervise(MIRIAM, id(call), Way.LISTEN);
    for (int i = 0; told(call) == 0 && i < 40; i++) {
      pass(1);
    }
    deeds().hold(OKSANA, id(call), true);
    pass(30);
    assertThat(told(call)).isOne();
    assertThat(hears(phone(MIRIAM))).isEmpty();
    deeds().hold(OKSANA, id(call), false);
    pass(30);
    assertThat(told(call)).isEqualTo(2);
    assertThat(hears(phone(MIRIAM))).containsExactlyInAnyOrder(HERS, world.phone("oksana"));
  }

  private long told(org.havenline.simulator.voice.call.Call call) {
    return heard(call).stream().filter(one -> one.startsWith("Зараз у цій")).count();
  }

  @Test
  void whereTheLawLetsItNothingIsSaid() {
    rules(Supervision.SILENT);
    var call = talking(100);
    phones.put(world.phone("miriam"), takes());
    deeds().supervise(MIRIAM, id(call), Way.LISTEN);
    pass(20);
    assertThat(heard(call)).noneMatch(one -> one.startsWith("Зараз у цій"));
    assertThat(hears(phone(MIRIAM))).containsExactlyInAnyOrder(HERS, world.phone("oksana"));
    assertThat(hears(call)).containsExactly(world.phone("oksana"));
  }

  @Test
  void aStrangersWishesAreRefused() {
    var call = talking(60);
    assertThat(deeds().hold(RUTH, id(call), true)).isEqualTo(Outcome.NOT_YOURS);
    assertThat(deeds().interpreter(RUTH, id(call))).isEqualTo(Outcome.NOT_YOURS);
    assertThat(deeds().supervise(OKSANA, id(call), Way.JOIN)).isEqualTo(Outcome.NOT_YOURS);
    assertThat(deeds().state(contact(call)).orElseThrow().guests()).isEmpty();
  }
}
