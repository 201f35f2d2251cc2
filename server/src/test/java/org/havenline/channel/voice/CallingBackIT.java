package org.havenline.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.voice.back.Asked;
import org.havenline.channel.voice.back.Promising;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.offer.Offer;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Calling back step by step: who may, when, and what a node leaves behind that dies.
class CallingBackIT extends LineTest {
  private static final String HERS = CallLine.HERS;
  private static final ResponderId OKSANA = new ResponderId("oksana");

  private CallLine on;
  private Promising desk;

  @BeforeEach
  void open() {
    on = new CallLine(line, line.keyFiles);
    desk = new Promising(line.redis, Line.KEYS, line.contacts, line.clock);
  }

  /// She has hung up while she waited, and her contact is oksana's.
  private Contact left(String from) {
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", from);
    on.sheHangsUp("CA1");
    on.work();
    var contact = on.contact("CA1");
    assertThat(contact.left()).isPresent();
    assertThat(line.offers.accept(new Offer(contact.id(), contact.epoch()), OKSANA)).isTrue();
    return on.contact("CA1");
  }

  private void promised() {
    on.waitsIn("uk", "CA1", HERS);
    on.rooms.attendant().next(new CallId("CA1"), 1, "3");
    on.rooms.back().wish().chosen(new CallId("CA1"), "1");
    assertThat(on.rooms.back().wish().coded(new CallId("CA1"), "1", 0, "")).isPresent();
    on.sheHangsUp("CA1");
  }

  private PlayedTelephones.Ring hers() {
    return on.telephones.ringing.values().stream()
        .filter(ring -> ring.to().equals(HERS))
        .findFirst()
        .orElseThrow(() -> new AssertionError("she is not rung"));
  }

  private long timesRung() {
    return on.telephones.dialled.stream().filter(ring -> ring.to().equals(HERS)).count();
  }

  /// He is there and waits for her.
  private void waitsForHer() {
    on.picksUp("oksana");
    assertThat(on.presses("oksana", "1")).isInstanceOf(Turn.Ask.class);
    on.work();
  }

  private void sheTakesIt() {
    var ring = hers();
    assertThat(on.rooms.back().recall().answered(ring.leg(), ring.sid()))
        .isInstanceOf(Turn.Ask.class);
    var hers = on.rooms.back().recall().pressed(ring.leg(), ring.sid(), "1");
    var his = on.rooms.summons().waits(on.ring("oksana").leg(), on.ring("oksana").sid());
    assertThat(((Turn.Talk) hers).room()).isEqualTo(((Turn.Talk) his).room());
  }

  @Test
  void whoHasTheContactOfOneWhoHungUpCallsHerBack() {
    var contact = left(HERS);
    assertThat(desk.ask(contact.id(), OKSANA)).isEqualTo(Asked.PROMISED);
    assertThat(desk.ask(contact.id(), OKSANA)).isEqualTo(Asked.PROMISED);
    on.work();
    assertThat(on.telephones.ringing).hasSize(1);
    assertThat(timesRung()).isZero();
    waitsForHer();
    assertThat(hers().from()).isEqualTo(CallLine.OURS);
    sheTakesIt();
    assertThat(on.contact("CA1").left()).isEmpty();
    assertThat(on.contact("CA1").isOwnedBy(OKSANA)).isTrue();
  }

  @Test
  void whenSheIsNotReachedItStaysWithWhoAskedAndMayNotBeTriedAtOnce() {
    var contact = left(HERS);
    desk.ask(contact.id(), OKSANA);
    on.work();
    waitsForHer();
    var ring = hers();
    on.telephones.ringing.remove(ring.sid());
    on.rooms.back().recall().reported(ring.leg(), ring.sid(), Leg.State.OVER, "no-answer");
    on.work();
    var told = on.rooms.summons().waits(on.ring("oksana").leg(), on.ring("oksana").sid());
    assertThat(((Turn.End) told).words().getFirst().text()).startsWith("This call could not");
    var now = on.contact("CA1");
    assertThat(now.isOwnedBy(OKSANA)).isTrue();
    assertThat(now.left()).isPresent();
    assertThat(now.escalated().promised().map(Contact.Promised::state)).hasValue("not-reached");
    assertThat(desk.ask(contact.id(), OKSANA)).isEqualTo(Asked.TOO_SOON);
    on.passes(Duration.ofMinutes(6));
    assertThat(desk.ask(contact.id(), OKSANA)).isEqualTo(Asked.PROMISED);
  }

  @Test
  void onlyWhoHasTheContactMay() {
    var contact = left(HERS);
    assertThat(desk.ask(contact.id(), LUCIA)).isEqualTo(Asked.NOT_THERE);
  }

  @Test
  void whoseNumberIsWithheldCannotBeCalled() {
    assertThat(desk.ask(left("anonymous").id(), OKSANA)).isEqualTo(Asked.NO_NUMBER);
  }

  @Test
  void whoHungUpLongAgoIsCalledOnlyIfItIsKnownToBeSafe() {
    var contact = left(HERS);
    on.passes(Duration.ofMinutes(16));
    assertThat(desk.ask(contact.id(), OKSANA)).isEqualTo(Asked.NOT_SAFE);
    var safe = new org.havenline.conversation.SafeTimes(line.redis, Line.KEYS, line.clock);
    var until = line.clock.instant().plus(Duration.ofMinutes(30));
    safe.note(contact.id(), Optional.of(OKSANA), Optional.of(until));
    assertThat(desk.ask(contact.id(), OKSANA)).isEqualTo(Asked.PROMISED);
    // and not any more, although she was promised it in time
    on.passes(Duration.ofSeconds(5));
    line.clock.move(Duration.ofMinutes(31));
    on.work();
    assertThat(timesRung()).isZero();
    assertThat(on.contact("CA1").escalated().promised().map(Contact.Promised::state))
        .hasValue("too-late");
  }

  @Test
  void whoIsOnTheLineAgainIsNotCalled() {
    var contact = left(HERS);
    on.calls("CA2", HERS);
    assertThat(desk.ask(contact.id(), OKSANA)).isEqualTo(Asked.ON_THE_LINE);
  }

  @Test
  void aNodeThatDiesWhileItDialsHerLeavesATelephoneThatTheOtherFindsAndNeverDialsAgain() {
    on.onDuty("oksana");
    promised();
    on.work();
    on.picksUp("oksana");
    on.presses("oksana", "1");
    on.telephones.trouble = Optional.of(Result.Unknown::new);
    on.work();
    assertThat(timesRung()).isEqualTo(1);
    try (var second = line.another(store)) {
      var other = new CallLine(second, second.keyFiles, on.telephones);
      other.passes(Duration.ofSeconds(12));
      assertThat(timesRung()).isEqualTo(1);
      on = other;
      sheTakesIt();
    }
  }

  @Test
  void twoNodesThatLookAtOnceDialHerOnce() {
    on.onDuty("oksana");
    promised();
    on.work();
    waitsForHer();
    try (var second = line.another(store)) {
      var other = new CallLine(second, second.keyFiles, on.telephones);
      for (int i = 0; i < 5; i++) {
        other.work();
        on.passes(Duration.ofSeconds(2));
      }
      assertThat(timesRung()).isEqualTo(1);
    }
  }

  @Test
  void aSecondTelephoneDialledByAccidentHearsNothing() {
    on.onDuty("oksana");
    promised();
    on.work();
    waitsForHer();
    var recall = on.rooms.back().recall();
    assertThat(recall.answered(hers().leg(), "CAother")).isEqualTo(Turn.NOTHING);
    assertThat(recall.pressed(hers().leg(), "CAother", "1")).isEqualTo(Turn.NOTHING);
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.CONNECTED);
    sheTakesIt();
  }

  @Test
  void aHangUpThatIsNeverReportedIsFoundAndSheIsTriedAgain() {
    on.onDuty("oksana");
    promised();
    on.work();
    waitsForHer();
    on.telephones.over.add(hers().sid());
    for (int i = 0; i < 30; i++) {
      on.passes(Duration.ofSeconds(2));
    }
    assertThat(on.contact("CA1").escalated().promised().map(Contact.Promised::state))
        .hasValue("again");
  }

  @Test
  void whileTheProviderIsAwayNobodyIsRungAndNoTryIsLost() {
    on.onDuty("oksana");
    promised();
    on.work();
    on.picksUp("oksana");
    on.presses("oksana", "1");
    on.telephones.away = true;
    on.passes(Duration.ofSeconds(10));
    assertThat(timesRung()).isZero();
    on.telephones.away = false;
    on.passes(Duration.ofSeconds(5));
    sheTakesIt();
  }
}
