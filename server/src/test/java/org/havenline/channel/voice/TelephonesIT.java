package org.havenline.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.privacy.KeyFolder;
import org.havenline.testing.LineTest;
import org.havenline.testing.Telephones;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Responders' telephones: who is rung, and who wins.
class TelephonesIT extends LineTest {
  private static final String HERS = CallLine.HERS;

  private CallLine on;

  @BeforeEach
  void open(@TempDir Path keys) {
    on = new CallLine(line, new KeyFolder(keys, true));
  }

  @Test
  void whenSheHangsUpTheTelephonesStopRinging() {
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", HERS);
    assertThat(on.ringing()).containsExactly("oksana");
    on.sheHangsUp("CA1");
    assertThat(on.ringing()).isEmpty();
  }

  @Test
  void aMachineWinsNothing() {
    on.onDuty("oksana", "ruth");
    on.waitsIn("uk", "CA1", HERS);
    var machine = on.ring("oksana");
    on.picksUp("oksana");
    assertThat(on.rooms.summons().pressed(machine.leg(), machine.sid(), 0, ""))
        .isInstanceOf(Turn.Ask.class);
    assertThat(on.rooms.summons().pressed(machine.leg(), machine.sid(), 1, ""))
        .isEqualTo(Turn.NOTHING);
    on.work();
    assertThat(on.contact("CA1").state()).isNotEqualTo(ContactState.CONNECTED);
    assertThat(on.contact("CA1").place().asked()).contains(new ResponderId("oksana"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "no-answer", "failed", "canceled", "completed"})
  void whoCannotBeReachedHasDeclinedAndSheKeepsHerPlace(String why) {
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", HERS);
    var place = on.contact("CA1").place().virtualArrival();
    on.hangsUp("oksana", why);
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.QUEUED);
    assertThat(on.contact("CA1").place().virtualArrival()).isEqualTo(place);
    assertThat(on.ringing()).isEmpty();
    on.passes(Duration.ofSeconds(35));
    assertThat(on.ringing()).containsExactly("oksana");
  }

  @Test
  void oneNumberThatCannotBeDialledHoldsUpNobody() {
    on.onDuty("oksana");
    on.telephones.trouble = Optional.of(() -> new Result.Refused(21211));
    on.waitsIn("uk", "CA1", HERS);
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.QUEUED);
    on.onDuty("miriam", "lucia");
    on.waitsIn("es", "CA2", "+5215512345678");
    assertThat(on.ringing()).containsExactly("lucia");
  }

  @Test
  void whatIsNotKnownToRingIsFoundAndNeverDialledTwice() {
    on.onDuty("oksana");
    on.telephones.trouble = Optional.of(Result.Unknown::new);
    on.waitsIn("uk", "CA1", HERS);
    on.passes(Duration.ofSeconds(12));
    assertThat(on.telephones.dialled).hasSize(1);
    assertThat(on.picksUp("oksana")).isInstanceOf(Turn.Ask.class);
    assertThat(on.presses("oksana", "1")).isInstanceOf(Turn.Talk.class);
  }

  @Test
  void aSecondTelephoneDialledByAccidentHearsNothingAndIsEnded() {
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", HERS);
    var leg = on.ring("oksana").leg();
    assertThat(on.rooms.summons().answered(leg, "CAother")).isEqualTo(Turn.NOTHING);
    assertThat(on.rooms.summons().pressed(leg, "CAother", 0, "1")).isEqualTo(Turn.NOTHING);
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.OFFERED);
  }

  @Test
  void whoIsTooLateHearsThatItIsTaken() {
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", HERS);
    var ring = on.ring("oksana");
    on.picksUp("oksana");
    on.passes(Duration.ofSeconds(50));
    assertThat(on.presses(ring, "1")).isInstanceOf(Turn.End.class);
    assertThat(on.contact("CA1").state()).isNotEqualTo(ContactState.CONNECTED);
  }

  @Test
  void whoAcceptsAtTheDeskIsRungAndHasToPressOne() {
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", HERS);
    var contact = on.contact("CA1");
    assertThat(
            on.line.offers.accept(
                new org.havenline.offer.Offer(contact.id(), contact.epoch()),
                new ResponderId("oksana")))
        .isTrue();
    on.work();
    assertThat(on.ringing()).containsExactly("oksana");
    assertThat(on.next("CA1")).isInstanceOf(Turn.Ask.class);
    on.picksUp("oksana");
    assertThat(on.presses("oksana", "1")).isInstanceOf(Turn.Talk.class);
    assertThat(on.next("CA1")).isInstanceOf(Turn.Talk.class);
  }

  @Test
  void aResponderWhoIsCutOffIsRungOnceMoreAndThenSheIsBackInHerPlace() {
    on.onDuty("oksana");
    talking("CA1");
    on.hangsUp("oksana", "completed");
    assertThat(on.next("CA1")).isInstanceOf(Turn.Ask.class);
    assertThat(on.ringing()).containsExactly("oksana");
    on.picksUp("oksana");
    assertThat(on.presses("oksana", "1")).isInstanceOf(Turn.Talk.class);
    assertThat(on.next("CA1")).isInstanceOf(Turn.Talk.class);
    on.hangsUp("oksana", "completed");
    on.passes(Duration.ofSeconds(2));
    assertThat(on.contact("CA1").state()).isIn(ContactState.QUEUED, ContactState.OFFERED);
    assertThat(on.next("CA1")).isInstanceOf(Turn.Ask.class);
  }

  private void talking(String call) {
    on.waitsIn("uk", call, HERS);
    on.picksUp("oksana");
    on.presses("oksana", "1");
    on.work();
    assertThat(on.next(call)).isInstanceOf(Turn.Talk.class);
  }

  @Test
  void whenSheHangsUpWhileTheyTalkTheResponderIsNotRungAgain() {
    on.onDuty("oksana");
    talking("CA1");
    // the room ends, and his end is reported before hers
    on.telephones.over.add("CA1");
    on.hangsUp("oksana", "completed");
    on.passes(Duration.ofSeconds(5));
    assertThat(on.ringing()).isEmpty();
    on.sheHangsUp("CA1");
    assertThat(on.ringing()).isEmpty();
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.CONNECTED);
  }

  @Test
  void aConversationThatTheResponderClosesEndsTheCall() {
    on.onDuty("oksana");
    talking("CA1");
    var contact = on.contact("CA1");
    on.line.conversations.close(
        contact.id(), new ResponderId("oksana"), contact.epoch(), "supported", "");
    on.rooms.calls().nudge(new CallId("CA1"));
    on.work();
    assertThat(on.ringing()).isEmpty();
    assertThat(on.telephones.fetched.getLast()).isEqualTo(new CallId("CA1"));
    assertThat(on.next("CA1")).isInstanceOf(Turn.End.class);
  }

  @Test
  void nobodyIsRungWhileTheProviderIsAwayAndSomebodyIsOnceItIsBack() {
    on.onDuty("oksana");
    on.telephones.away = true;
    on.waitsIn("uk", "CA1", HERS);
    on.passes(Duration.ofSeconds(6));
    assertThat(on.ringing()).isEmpty();
    assertThat(on.next("CA1")).isInstanceOf(Turn.Ask.class);
    on.telephones.away = false;
    on.passes(Duration.ofSeconds(4));
    assertThat(on.ringing()).containsExactly("oksana");
  }

  @Test
  void withoutATelephoneNobodyIsAskedAboutCalls() {
    var tables = on.line.tables;
    on.line.tables = Telephones.without(tables);
    on.onDuty("oksana");
    on.waitsIn("uk", "CA1", HERS);
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.QUEUED);
    on.line.tables = tables;
    on.passes(Duration.ofSeconds(1));
    assertThat(on.contact("CA1").state()).isEqualTo(ContactState.OFFERED);
  }
}
