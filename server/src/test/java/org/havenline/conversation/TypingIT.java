package org.havenline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.ContactId;
import org.havenline.routingconfig.Channel;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypingIT extends LineTest {
  private Typing typing;

  @BeforeEach
  void open() {
    typing = new Typing(line.redis, Line.KEYS, clock);
  }

  private ContactId onTheWeb() {
    clock.move(Duration.ofSeconds(1));
    line.intake.accept(
        new InboundMessage(
            Line.KEYS.line(),
            "chat-a-1",
            new Address(Channel.WEBCHAT, "a"),
            new Address(Channel.WEBCHAT, "demo"),
            "hola",
            List.of(),
            "",
            "",
            clock.instant()));
    var claim = line.inbox.claim();
    line.intake.perform(claim.orElseThrow());
    return line.contacts.open().getFirst().id();
  }

  private boolean isShown(ContactId contact) {
    return typing.until(line.contact(contact)).isPresent();
  }

  private List<String> told() {
    return line.events.after(0, 100).stream()
        .map(event -> event.type())
        .filter("contact.typing"::equals)
        .toList();
  }

  @Test
  void itIsShownForSevenSecondsFromTheLastSignOfTheOwnerAndToldOnce() {
    var id = onTheWeb();
    connect(LUCIA, id);
    assertThat(isShown(id)).isFalse();
    assertThat(typing.note(id, LUCIA)).isTrue();
    clock.move(Duration.ofSeconds(3));
    assertThat(typing.note(id, LUCIA)).isTrue();
    clock.move(Duration.ofSeconds(6));
    assertThat(isShown(id)).isTrue();
    clock.move(Duration.ofSeconds(1));
    assertThat(isShown(id)).isFalse();
    assertThat(told()).hasSize(1);
    typing.note(id, LUCIA);
    assertThat(told()).as("begun again").hasSize(2);
  }

  @Test
  void itEndsWithTheAnswer() {
    var id = onTheWeb();
    var offer = connect(LUCIA, id);
    typing.note(id, LUCIA);
    line.conversations.write(id, LUCIA, offer.epoch(), "hola", "k1");
    assertThat(isShown(id)).isFalse();
  }

  @Test
  void itIsNeverShownOfOneWhoDoesNotHaveTheConversation() {
    var id = onTheWeb();
    assertThat(typing.note(id, LUCIA)).as("waiting").isFalse();
    connect(LUCIA, id);
    assertThat(typing.note(id, TOMAS)).isFalse();
    assertThat(isShown(id)).isFalse();

    typing.note(id, LUCIA);
    assertThat(isShown(id)).isTrue();
    clock.move(Duration.ofSeconds(31));
    line.presence.lapse(LUCIA);
    assertThat(typing.note(id, LUCIA)).as("not hers any more").isFalse();
    var offer = connect(TOMAS, id);
    assertThat(isShown(id)).as("said by the owner before").isFalse();
    assertThat(told()).hasSize(1);
    typing.note(id, TOMAS);
    line.conversations.close(id, TOMAS, offer.epoch(), "handled", "");
    assertThat(isShown(id)).as("closed").isFalse();
  }

  @Test
  void whatWasSaidInAnEarlierOwnershipIsNotShownInThisOne() {
    var id = onTheWeb();
    connect(LUCIA, id);
    typing.note(id, LUCIA);
    // as if it had passed to another within those seconds
    var later = line.contact(id).epoch() + 1;
    line.redis.call("HSET", Line.KEYS.contact(id), "epoch", later);
    assertThat(isShown(id)).isFalse();
    line.redis.call("HSET", Line.KEYS.contact(id), "epoch", later - 1);
    assertThat(isShown(id)).as("the epoch is what hides it").isTrue();
  }

  @Test
  void nothingIsNotedOffTheWeb() {
    var id = line.receive("SM1", "+12025550101", "hola");
    connect(LUCIA, id);
    assertThat(typing.note(id, LUCIA)).isFalse();
    assertThat(told()).isEmpty();
  }
}
