package org.havenline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.havenline.contact.ContactState;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

class ConversationsIT extends LineTest {
  @Test
  void ownerAnswersAndTheSameKeyIsTheSameAnswer() {
    var id = line.receive("SM1", "+12025550101", "hola");
    var offer = connect(LUCIA, id);

    assertThat(line.conversations.write(id, LUCIA, offer.epoch(), "estoy aqui", "k1")).hasValue(2);
    assertThat(line.conversations.write(id, LUCIA, offer.epoch(), "changed", "k1")).hasValue(2);
    assertThat(line.conversations.write(id, LUCIA, offer.epoch(), "y aqui", "k2")).hasValue(3);

    assertThat(line.conversations.messages(id, 1, 10))
        .extracting(Message::text)
        .containsExactly("estoy aqui", "y aqui");
    assertThat(line.contact(id).unanswered()).isZero();
    assertThat(line.redis.call("LLEN", Line.KEYS.of("outbox:" + id)).number()).isEqualTo(2);
  }

  @Test
  void nobodyElseWritesOrCloses() {
    var id = line.receive("SM1", "+12025550101", "hola");
    var offer = connect(LUCIA, id);

    assertThat(line.conversations.write(id, TOMAS, offer.epoch(), "x", "k1")).isEmpty();
    assertThat(line.conversations.close(id, TOMAS, offer.epoch(), "handled", "")).isFalse();
    assertThat(line.contact(id).isOwnedBy(LUCIA)).isTrue();
  }

  @Test
  void writeWithAnOldEpochIsRefusedEvenFromTheOwnerOfNow() {
    var id = line.receive("SM1", "+12025550101", "hola");
    var before = connect(LUCIA, id);
    clock.move(Duration.ofSeconds(31));
    assertThat(line.presence.lapse(LUCIA)).isEqualTo(1);
    var now = connect(LUCIA, id);

    assertThat(line.conversations.write(id, LUCIA, before.epoch(), "late", "k1")).isEmpty();
    assertThat(line.conversations.close(id, LUCIA, before.epoch(), "handled", "")).isFalse();
    assertThat(line.conversations.write(id, LUCIA, now.epoch(), "here", "k2")).hasValue(2);
  }

  @Test
  void closedConversationTakesNoMoreAnswers() {
    var id = line.receive("SM1", "+12025550101", "hola");
    var offer = connect(LUCIA, id);

    assertThat(line.conversations.close(id, LUCIA, offer.epoch(), "handled", "she is safe"))
        .isTrue();

    assertThat(line.conversations.close(id, LUCIA, offer.epoch(), "handled", ""))
        .as("the same click twice")
        .isTrue();
    assertThat(line.contact(id).state()).isEqualTo(ContactState.CLOSED);
    assertThat(line.conversations.write(id, LUCIA, offer.epoch(), "x", "k1")).isEmpty();
  }

  @Test
  void whatAnUnheardResponderHeldGoesBackToItsPlaceWithItsMessages() {
    var first = line.receive("SM1", "+12025550101", "hola");
    var second = line.receive("SM2", "+12025550102", "hola");
    connect(LUCIA, first);
    line.receive("SM3", "+12025550101", "hay alguien");

    assertThat(line.presence.lapse(LUCIA)).as("still heard of").isEqualTo(-1);
    clock.move(Duration.ofSeconds(31));
    assertThat(line.presence.lapse(LUCIA)).isEqualTo(1);

    assertThat(line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1).texts())
        .containsExactly(first.value(), second.value());
    assertThat(line.conversations.messages(first, 0, 10)).hasSize(2);
    assertThat(line.presence.onDuty()).isEmpty();
  }

  @Test
  void signOfLifeKeepsEverything() {
    var id = line.receive("SM1", "+12025550101", "hola");
    connect(LUCIA, id);
    for (int i = 0; i < 5; i++) {
      clock.move(Duration.ofSeconds(20));
      assertThat(line.presence.renew(LUCIA)).hasValue("available");
      assertThat(line.presence.lapse(LUCIA)).isEqualTo(-1);
    }
    assertThat(line.contact(id).isOwnedBy(LUCIA)).isTrue();
  }

  @Test
  void goingAwayWithdrawsOffersAndKeepsConversations() {
    var mine = line.receive("SM1", "+12025550101", "hola");
    connect(LUCIA, mine);
    var asked = line.receive("SM2", "+12025550102", "hola");
    offerTo(LUCIA, asked);

    line.presence.away(LUCIA);

    assertThat(line.contact(mine).isOwnedBy(LUCIA)).isTrue();
    assertThat(line.contact(asked).state()).isEqualTo(ContactState.QUEUED);
  }
}
