package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.havenline.contact.ResponderId;
import org.havenline.simulator.voice.party.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Promised calls that do not reach her, or must not.
class UnreachedIT extends PromisedCalls {
  @Test
  void aMachineHearsNothingThatTellsAndSheIsTriedAgainThreeTimesAtMost() {
    var call = promised("#");
    phones.put(HERS, Script.voicemail(Duration.ofSeconds(8)));
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(36));
    assertThat(hers()).hasSize(3);
    assertThat(hers())
        .allSatisfy(leg -> {
          assertThat(heard(leg)).isSubsetOf(OPENING, "BEEP", "RINGING");
          assertThat(heard(leg).stream().filter(OPENING::equals)).hasSize(1);
        });
    assertThat(world.partners(hers().getFirst())).isEmpty();
    assertThat(heardBy("oksana"))
        .contains(
            "Nobody has answered. It will be tried again later.",
            "This call could not be made. Please look at the screen.");
    assertThat(state(call)).isEqualTo("not-reached");
    assertThat(world.contact(call).left()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "rings", "no key"})
  void whenSheIsNotReachedTheNextAreServedAndSheKeepsHerPlace(String how) {
    var call = promised("#");
    phones.put(
        HERS,
        switch (how) {
          case "busy" -> Script.busy();
          case "rings" -> Script.neverAnswers();
          default -> picksUp();
        });
    var place = world.contact(call).place().virtualArrival();
    var other = world.calls("+380501234599", waits(240));
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(4));
    assertThat(world.partners(other)).containsExactly("oksana");
    assertThat(hers()).hasSize(1);
    assertThat(state(call)).isEqualTo("again");
    assertThat(world.contact(call).place().virtualArrival()).isEqualTo(place);
    assertThat(world.contact(call).left()).isEmpty();
    phones.put(HERS, answers());
    world.time.pass(MINUTE.multipliedBy(9));
    assertThat(hers()).hasSize(2);
    assertThat(Duration.between(created(0), created(1))).isGreaterThan(MINUTE.multipliedBy(9));
    assertThat(world.partners(hers().getLast())).containsExactly("oksana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4712", "1", ""})
  void whoDoesNotKnowHerDigitsHearsAWrongNumberAndHerTelephoneIsNotRungAgain(String digits) {
    var call = promised("4711");
    var other =
        digits.isEmpty()
            ? answers()
            : answers()
                .hearing(
                    "введіть ваші чотири", phone -> phone.press(Duration.ofSeconds(2), digits));
    phones.put(HERS, other);
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(12));
    assertThat(hers()).hasSize(1);
    assertThat(heard(hers().getFirst())).endsWith("Помилилися номером. До побачення.");
    assertThat(world.partners(hers().getFirst())).isEmpty();
    assertThat(heardBy("oksana"))
        .contains("Someone else may have answered. Please look at the screen.");
    assertThat(state(call)).isEqualTo("wrong-code");
  }

  @Test
  void whoHangsUpBeforeTheEndIsPromisedNothing() {
    var call =
        world.calls(
            HERS,
            Script.person()
                .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
                .hearing("Щоб вам передзвонили", phone -> phone.press(Duration.ofSeconds(1), "3"))
                .hearing("Можна зателефонувати", phone -> phone.press(Duration.ofSeconds(1), "1"))
                .hearing("введіть чотири цифри", phone -> phone.hangUp(Duration.ofSeconds(1))));
    world.time.pass(MINUTE);
    assertThat(world.contact(call).left()).isPresent();
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(5));
    assertThat(hers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "9"})
  void whoSaysThatSheMayNotBeCalledWaitsOnAndIsNotCalled(String no) {
    var call =
        world.calls(
            HERS,
            Script.person()
                .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
                .hearing("Щоб вам передзвонили", phone -> phone.press(Duration.ofSeconds(1), "3"))
                .hearing("Можна зателефонувати", phone -> phone.press(Duration.ofSeconds(1), no))
                .hangUp(MINUTE));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(heard(call)).doesNotContain("Ми вам зателефонуємо.");
    assertThat(world.contact(call).left()).isPresent();
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(5));
    assertThat(hers()).isEmpty();
  }

  @Test
  void whoseNumberIsWithheldIsNotOfferedACallThatCouldNotReachHer() {
    var call =
        world.calls(
            "anonymous",
            Script.person()
                .press(Duration.ofSeconds(25), "3")
                .press(Duration.ofSeconds(30), "1")
                .hangUp(MINUTE.multipliedBy(2)));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(heard(call)).noneMatch(words -> words.contains("called back"));
    assertThat(world.contact(call).escalated().promised()).isEmpty();
  }

  @Test
  void whenItIsNotSafeAnyMoreSheIsNotCalledAndAPersonFollowsItUp() {
    var call = promised("#");
    phones.put(HERS, answers());
    world.time.pass(MINUTE.multipliedBy(61));
    assertThat(state(call)).isEqualTo("too-late");
    assertThat(world.contact(call).left()).isPresent();
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(5));
    assertThat(hers()).isEmpty();
  }

  @Test
  void whenTheResponderHangsUpBeforeSheAnswersHerTelephoneStopsAndHeIsRungAgain() {
    promised("#");
    phones.put(HERS, Script.picksUp(Duration.ofSeconds(18)).hangUp(MINUTE));
    has("oksana", takes().hangUp(Duration.ofSeconds(14)));
    while (hers().isEmpty()) {
      world.time.pass(Duration.ofSeconds(1));
    }
    phones.put(world.phone("oksana"), takes());
    phones.put(HERS, answers());
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(heard(hers().getFirst())).isSubsetOf("RINGING");
    assertThat(hers()).hasSize(2);
    assertThat(world.partners(hers().getLast())).containsExactly("oksana");
  }

  @Test
  void whenHerContactIsClosedMeanwhileHerTelephoneStops() {
    var call = promised("#");
    phones.put(HERS, Script.neverAnswers());
    has("oksana", takes());
    while (hers().isEmpty()) {
      world.time.pass(Duration.ofSeconds(1));
    }
    line.presence.away(new ResponderId("oksana"));
    world.closes(world.contact(call));
    world.time.pass(Duration.ofSeconds(10));
    assertThat(world.twilio.calls()).allMatch(leg -> leg.ended().isPresent());
    world.time.pass(MINUTE.multipliedBy(5));
    assertThat(hers()).hasSize(1);
  }

  private Instant created(int n) {
    return hers().get(n).record().created();
  }
}
