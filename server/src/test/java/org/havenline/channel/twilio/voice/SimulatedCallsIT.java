package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Script;
import org.junit.jupiter.api.Test;

/// Whole calls, as telephones hear them: Twilio is played by the simulator.
class SimulatedCallsIT extends SimulatedCalls {
  @Test
  void sheHearsHerLanguageFirstAndMeetsWhoSpeaksIt() {
    has("oksana", takes());
    has("lucia", takes());
    var call = world.calls(HERS, she(60));
    world.time.pass(MINUTE);
    var heard = world.twilio.ledger().heardBy(call.sid());
    assertThat(heard.getFirst()).isEqualTo("Hello.");
    assertThat(heard.get(1)).startsWith("Українська");
    assertThat(heard).contains("Залишайтеся на лінії, будь ласка. З вами поговорять.");
    assertThat(world.partners(call)).containsExactly("oksana");
    var from = talkOf(call);
    System.out.printf("call: talking %d s after pick-up%n", from.toSeconds());
    assertThat(from).isLessThan(Duration.ofSeconds(20));
  }

  private Duration talkOf(Call call) {
    return world.twilio.ledger().talks().stream()
        .filter(talk -> talk.listener().equals(call.sid()))
        .map(talk -> Duration.between(call.record().created(), talk.from()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void silenceMeetsAPersonToo() {
    has("ruth", takes());
    var call = world.calls("anonymous", Script.person().hangUp(Duration.ofMinutes(2)));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(world.partners(call)).containsExactly("ruth");
  }

  @Test
  void aVoicemailNeverWinsAndHearsNothingThatTells() {
    has("oksana", Script.voicemail(Duration.ofSeconds(2)));
    var call = world.calls(HERS, she(100));
    world.time.pass(Duration.ofSeconds(100));
    assertThat(world.partners(call)).isEmpty();
    var legs = world.twilio.calls().stream().filter(leg -> !leg.sid().equals(call.sid())).toList();
    assertThat(legs)
        .isNotEmpty()
        .allSatisfy(leg -> {
          assertThat(world.twilio.ledger().heardBy(leg.sid()))
              .isSubsetOf("A call is waiting. Press 1 to take it.", "BEEP", "RINGING");
        });
  }

  @Test
  void whenAllVoicemailsAnswerTheNextStepOfTheTableIsTakenAndSheStillWaits() {
    for (var id : List.of("oksana", "ruth", "miriam")) {
      has(id, Script.voicemail(Duration.ofSeconds(2)));
    }
    var call = world.calls(HERS, she(330));
    world.time.pass(Duration.ofSeconds(320));
    assertThat(call.ended()).isEmpty();
    assertThat(world.contact(call).place().step()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void whenTheRespondersLineBreaksHeIsRungAgainAndSheDoesNotLoseHim() {
    has("oksana", takes().hangUp(Duration.ofSeconds(20)));
    var call = world.calls(HERS, she(60));
    world.time.pass(Duration.ofSeconds(59));
    assertThat(call.ended()).isEmpty();
    assertThat(world.twilio.ledger().partnersOf(call.sid())).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void whenSheHangsUpHisTelephoneIsFreeAtOnceAndNotRungAgain() {
    has("oksana", takes());
    var call = world.calls(HERS, she(40));
    world.time.pass(Duration.ofSeconds(45));
    assertThat(call.why()).hasValue(EndReason.PARTY_HUNG_UP);
    assertThat(world.twilio.calls()).hasSize(2).allMatch(leg -> leg.ended().isPresent());
    world.time.pass(MINUTE);
    assertThat(world.twilio.calls()).hasSize(2);
    assertThat(world.contact(call).state()).isEqualTo(ContactState.CLOSED);
  }

  @Test
  void whenTheResponderEndsItSheHearsTheLastWordsOnceAndWhole() {
    has("oksana", takes());
    var call = world.calls(HERS, she(300));
    world.time.pass(Duration.ofSeconds(40));
    world.closes(world.contact(call));
    world.time.pass(Duration.ofSeconds(30));
    assertThat(call.why()).hasValue(EndReason.HANGUP_VERB);
    var over = Caller.words("callOver", "uk", 0);
    assertThat(world.twilio.ledger().heardBy(call.sid())).containsOnlyOnce(over);
  }

  @Test
  void sheHangsUpInEachState() {
    has("oksana", takes());
    for (int seconds = 1; seconds <= 25; seconds += 4) {
      world.calls("+3805012345%02d".formatted(seconds), she(seconds));
      world.time.pass(Duration.ofSeconds(36));
      assertThat(world.twilio.calls()).allMatch(leg -> leg.ended().isPresent());
    }
  }

  @Test
  void oneUnreachableNumberAmongFiveHoldsUpNobody() {
    has("lucia", Script.unreachable());
    has("tomas", Script.busy());
    has("miriam", takes());
    var call =
        world.calls(
            "+5215512345678",
            Script.person()
                .hearing("Español", phone -> phone.press(Duration.ofMillis(500), "1"))
                .hangUp(MINUTE.multipliedBy(5)));
    world.time.pass(MINUTE.multipliedBy(4));
    assertThat(world.partners(call)).containsExactly("miriam");
  }

  @Test
  void whatTwilioDidNotSignIsRefusedAndBeginsNothing() {
    for (var path : List.of("", "/menu", "/next", "/status", "/leg", "/leg/key", "/leg/status")) {
      var answer =
          world.post("/twilio/voice" + path, "CallSid=CA1&From=%2B380501234567&Digits=1", "forged");
      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(line.redis.call("KEYS", "*call:CA1").list()).isEmpty();
  }

  /// One room for all, which nothing of ours would ever write.
  @Test
  void twoInOneRoomWouldBeFound() {
    assertThat(brokenWith(SimulatedCallsIT::inOneRoom))
        .anySatisfy(fault -> assertThat(fault).contains("two at once"));
  }

  private static String inOneRoom(String document) {
    return document.replaceAll(">L[0-9A-Z]+</Conference>", ">all</Conference>");
  }

  /// Documents that end where they should go on.
  @Test
  void oneWhoIsCutOffWouldBeFound() {
    assertThat(
            brokenWith(document ->
                document.replaceAll("(?s)<Gather.*</Redirect>", "<Say>One moment.</Say>")))
        .anySatisfy(fault -> assertThat(fault).contains("cut off"));
  }

  private List<String> brokenWith(UnaryOperator<String> fault) {
    var fair = CallWorld.Weather.FAIR;
    var planted =
        new CallWorld(
            line,
            line.keyFiles,
            new CallWorld.Weather(
                fair.seed(), fair.callsPerSecond(), fair.disorder(), fair.troubles(), fault),
            _ -> takes());
    planted.onDuty("oksana", "lucia");
    planted.calls(HERS, she(60));
    planted.calls(
        "+5215512345678",
        Script.person()
            .hearing("Español", phone -> phone.press(Duration.ofMillis(500), "1"))
            .hangUp(MINUTE));
    planted.time.pass(MINUTE.multipliedBy(2));
    var broken = planted.broken();
    planted.line.presence.away(new ResponderId("oksana"));
    planted.line.presence.away(new ResponderId("lucia"));
    return broken;
  }

  @Test
  void twentyCallersAndTwoRespondersAreNeverCutOffAndServedInTheirOrder() {
    has("oksana", takes());
    has("lucia", takes());
    var all = new ArrayList<Call>();
    for (int i = 0; i < 20; i++) {
      all.add(world.calls("+3805012345%02d".formatted(10 + i), she(60 + 20 * i)));
      world.time.pass(Duration.ofSeconds(1));
    }
    world.time.pass(Duration.ofSeconds(500));
    assertThat(all).allMatch(one -> one.why().orElseThrow() == EndReason.PARTY_HUNG_UP);
    var served = all.stream().filter(one -> !world.partners(one).isEmpty()).toList();
    assertThat(served).hasSizeGreaterThanOrEqualTo(15).first().isEqualTo(all.getFirst());
    assertThat(served).isSortedAccordingTo(Comparator.comparing(this::firstTalk));
  }

  private Duration firstTalk(Call call) {
    return Duration.between(Instant.EPOCH, call.record().created().plus(talkOf(call)));
  }
}
