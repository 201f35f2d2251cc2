package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole calls that were promised, as telephones hear them: Twilio is played by the simulator.
class CallBacksIT extends LineTest {
  private static final String HERS = "+380501234567";
  private static final String OPENING = "Вітаємо. Вам дзвінок. Щоб прийняти, натисніть 1.";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<String, Party> phones = new HashMap<>();
  private CallWorld world;

  @BeforeEach
  void open() {
    world = new CallWorld(line, line.keyFiles, CallWorld.Weather.FAIR, this::phone);
  }

  private Party phone(String number) {
    return phones.getOrDefault(number, Script.neverAnswers());
  }

  @AfterEach
  void nothingIsBroken() {
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(world.broken()).isEmpty();
  }

  private void has(String id, Party party) {
    world.onDuty(id);
    phones.put(world.phone(id), party);
  }

  private static Script takes() {
    return Script.picksUp(Duration.ofSeconds(3))
        .hearing("Press 1", phone -> phone.press(Duration.ofSeconds(1), "1"));
  }

  /// Waits in Ukrainian and wishes to be called back within the hour.
  private static Script wishes(String digits) {
    return Script.person()
        .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
        .hearing("Щоб вам передзвонили", phone -> phone.press(Duration.ofSeconds(1), "3"))
        .hearing("Можна зателефонувати", phone -> phone.press(Duration.ofSeconds(1), "1"))
        .hearing("введіть чотири цифри", phone -> phone.press(Duration.ofSeconds(1), digits))
        .hearing("Ми вам зателефонуємо", phone -> phone.hangUp(Duration.ofSeconds(2)));
  }

  private Call promised(String digits) {
    var call = world.calls(HERS, wishes(digits));
    world.time.pass(MINUTE);
    assertThat(call.ended()).isPresent();
    return call;
  }

  private static Script picksUp() {
    return Script.picksUp(Duration.ofSeconds(4));
  }

  private static Script answers() {
    return picksUp()
        .hearing("Вам дзвінок", phone -> phone.press(Duration.ofSeconds(2), "1"))
        .hangUp(MINUTE);
  }

  /// Legs to her own telephone.
  private List<Call> hers() {
    return legsTo(HERS);
  }

  private List<Call> legsTo(String number) {
    return world.twilio.calls().stream().filter(leg -> leg.record().to().equals(number)).toList();
  }

  private List<String> heard(Call call) {
    return world.twilio.ledger().heardBy(call.sid());
  }

  private List<String> heardBy(String id) {
    return legsTo(world.phone(id)).stream().flatMap(leg -> heard(leg).stream()).toList();
  }

  @Test
  void sheHangsUpAndIsCalledBackInHerLanguageByWhoSpeaksIt() {
    var call = promised("#");
    assertThat(world.contact(call).left()).isEmpty();
    phones.put(HERS, answers());
    has("oksana", takes());
    world.time.pass(MINUTE);
    assertThat(hers()).hasSize(1);
    var back = hers().getFirst();
    assertThat(back.record().from()).isEqualTo(CallWorld.OURS);
    assertThat(heard(back)).startsWith(OPENING).doesNotContain("Залишайтеся");
    assertThat(world.partners(back)).containsExactly("oksana");
    assertThat(heardBy("oksana"))
        .containsSubsequence(
            "A call is waiting. Press 1 to take it.", "One moment. The other phone is ringing.");
    world.time.pass(MINUTE);
    assertThat(world.contact(call).state()).isEqualTo(ContactState.CLOSED);
    assertThat(hers()).hasSize(1);
  }

  @Test
  void responderRingsFirstAndSheOnlyWhenHeIsThere() {
    promised("#");
    phones.put(HERS, answers());
    has("oksana", Script.voicemail(Duration.ofSeconds(2)));
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(legsTo(world.phone("oksana"))).isNotEmpty();
    assertThat(hers()).isEmpty();
  }

  @Test
  void promisedCallsKeepTheirPlaceAmongThoseWhoHoldTheLine() {
    phones.put(HERS, answers());
    var before = world.calls("+380501234501", waits(900));
    world.time.pass(Duration.ofSeconds(30));
    promised("#");
    var after = world.calls("+380501234503", waits(900));
    world.time.pass(Duration.ofSeconds(30));
    var last = world.calls("+380501234504", waits(900));
    world.time.pass(Duration.ofSeconds(30));
    has("oksana", takes().hangUp(Duration.ofSeconds(40)));
    // each talk is ended by the desk, and the next in the queue is hers
    for (int i = 0; i < 100; i++) {
      world.time.pass(Duration.ofSeconds(5));
      line.contacts.open().stream()
          .filter(contact -> contact.state() == ContactState.CONNECTED)
          .filter(contact -> contact.since().plus(Duration.ofSeconds(35)).isBefore(now()))
          .forEach(world::closes);
    }
    var all = List.of(before, hers().getFirst(), after, last);
    assertThat(all).isSortedAccordingTo(Comparator.comparing(this::firstTalk));
    assertThat(all).allMatch(one -> world.partners(one).equals(List.of("oksana")));
  }

  private Instant now() {
    return world.time.instant();
  }

  private static Script waits(int seconds) {
    return Script.person()
        .hearing("Українська", phone -> phone.press(Duration.ofMillis(500), "1"))
        .hangUp(Duration.ofSeconds(seconds));
  }

  private Instant firstTalk(Call call) {
    return world.twilio.ledger().talks().stream()
        .filter(talk -> talk.listener().equals(call.sid()))
        .map(talk -> talk.from())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMachineHearsNothingThatTellsAndSheIsTriedAgainThreeTimesAtMost() {
    var call = promised("#");
    phones.put(HERS, Script.voicemail(Duration.ofSeconds(8)));
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(50));
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

  private String state(Call call) {
    return world.contact(call).escalated().promised().map(Contact.Promised::state).orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "unreachable", "rings", "no key"})
  void whenSheIsNotReachedTheNextAreServedAndSheKeepsHerPlace(String how) {
    var call = promised("#");
    phones.put(
        HERS,
        switch (how) {
          case "busy" -> Script.busy();
          case "unreachable" -> Script.unreachable();
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

  private Instant created(int n) {
    return hers().get(n).record().created();
  }

  @Test
  void whoKnowsHerDigitsIsConnected() {
    promised("4711");
    phones.put(
        HERS,
        answers()
            .hearing("введіть ваші чотири", phone -> phone.press(MINUTE.dividedBy(30), "4711")));
    has("oksana", takes());
    world.time.pass(MINUTE);
    assertThat(world.partners(hers().getFirst())).containsExactly("oksana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4712", "1", "", "0000"})
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
    world.time.pass(MINUTE.multipliedBy(40));
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
  @ValueSource(strings = {"3", "9", "*"})
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
  void whoCallsAgainHerselfHasHerPlaceAndIsNotCalledBesides() {
    var call = promised("#");
    var first = world.contact(call);
    phones.put(HERS, answers());
    var again = world.calls(HERS, waits(100));
    world.time.pass(Duration.ofSeconds(20));
    assertThat(world.contact(again).id()).isEqualTo(first.id());
    assertThat(world.contact(again).arrived()).isEqualTo(first.arrived());
    has("oksana", takes());
    world.time.pass(MINUTE.multipliedBy(10));
    assertThat(world.partners(again)).containsExactly("oksana");
    assertThat(hers()).isEmpty();
  }

  @Test
  void whoCallsAgainAndHangsUpUnansweredIsStillCalledBack() {
    promised("#");
    phones.put(HERS, answers());
    world.calls(HERS, waits(40));
    world.time.pass(MINUTE);
    has("oksana", takes());
    world.time.pass(MINUTE);
    assertThat(world.partners(hers().getFirst())).containsExactly("oksana");
  }

  @Test
  void whoCallsInWhileHerTelephoneIsRungMeetsWhoRangIt() {
    promised("#");
    phones.put(HERS, Script.neverAnswers());
    has("oksana", takes());
    while (hers().isEmpty()) {
      world.time.pass(Duration.ofSeconds(1));
    }
    var herself = world.calls(HERS, waits(100));
    world.time.pass(MINUTE);
    assertThat(world.partners(herself)).containsExactly("oksana");
    assertThat(hers()).hasSize(1).allMatch(leg -> leg.ended().isPresent());
    assertThat(legsTo(world.phone("oksana"))).hasSize(1);
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
    world.time.pass(MINUTE.multipliedBy(20));
    assertThat(hers()).hasSize(1);
  }
}
