package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.Script;
import org.havenline.testing.Line;
import org.junit.jupiter.api.Test;

/// Whole calls that were promised, as telephones hear them: Twilio is played by the simulator.
class CallBacksIT extends PromisedCalls {
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
    assertThat(requests).anyMatch(one -> one.contains("To=%2B380501234567"));
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
    assertThat(served(_ -> {})).isEqualTo(List.of("before", "promised", "after", "last"));
  }

  @Test
  void oneThatJumpedTheQueueWouldBeFound() {
    assertThat(served(contact -> moved(contact, -100_000))).startsWith("promised");
  }

  @Test
  void oneThatFellBehindWouldBeFound() {
    assertThat(served(contact -> moved(contact, 100_000))).endsWith("promised");
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
    world.time.pass(MINUTE.multipliedBy(4));
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

  private void moved(Contact contact, long ms) {
    var place = contact.place().virtualArrival() + ms;
    var arrived = contact.arrived().toEpochMilli() + ms;
    var key = Line.KEYS.contact(contact.id());
    line.redis.call("HSET", key, "virtual", place, "arrived", arrived);
    for (var queue : List.of("waiting", "waiting:VOICE")) {
      line.redis.call("ZADD", Line.KEYS.of(queue), place, contact.id());
    }
  }

  /// One is promised a call, others before and after her hold the line.
  ///
  /// @param meddled with her contact
  /// @return who talked, in order
  private List<String> served(Consumer<Contact> meddled) {
    phones.put(HERS, answers());
    var before = world.calls("+380501234501", waits(900));
    world.time.pass(Duration.ofSeconds(30));
    var promise = promised("#");
    var after = world.calls("+380501234503", waits(900));
    world.time.pass(Duration.ofSeconds(30));
    var last = world.calls("+380501234504", waits(900));
    world.time.pass(Duration.ofSeconds(30));
    meddled.accept(world.contact(promise));
    has("oksana", takes().hangUp(Duration.ofSeconds(40)));
    // each talk is ended by the desk, and the next in the queue is hers
    for (int i = 0; i < 70; i++) {
      world.time.pass(Duration.ofSeconds(5));
      line.contacts.open().stream()
          .filter(contact -> contact.state() == ContactState.CONNECTED)
          .filter(contact -> contact.since().plus(Duration.ofSeconds(35)).isBefore(now()))
          .forEach(world::closes);
    }
    var all = Map.of("before", before, "promised", hers().getFirst(), "after", after, "last", last);
    assertThat(all.values()).allMatch(one -> world.partners(one).equals(List.of("oksana")));
    return all.entrySet().stream()
        .sorted(Comparator.comparing(one -> firstTalk(one.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Instant now() {
    return world.time.instant();
  }

  private Instant firstTalk(Call call) {
    return world.twilio.ledger().talks().stream()
        .filter(talk -> talk.listener().equals(call.sid()))
        .map(talk -> talk.from())
        .findFirst()
        .orElseThrow();
  }
}
