package org.havenline.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.havenline.channel.KeyAnswer;
import org.havenline.contact.ContactId;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Message;
import org.havenline.routingconfig.line.AskLanguage;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;

/// A line that asks for languages.
abstract class AskingLineTest extends LineTest {
  protected static final String HER = "+12025550101";
  protected static final String UNKNOWN = "hola";
  protected static final String KNOWN = "hola, tengo una pregunta para ustedes";
  protected static final String MENU =
      "1 English\n2 Español\n3 العربية\n4 Français\n5 Українська\n6 Русский";

  @BeforeEach
  void asks() {
    line.tables = Line.tables(AskLanguage.ONCE);
  }

  protected void accept(String sid, String from, String text, KeyAnswer... keys) {
    line.intake.accept(line.text(sid, from, text).readAs(text, List.of(keys)));
  }

  protected void tell(ContactId contact) {
    clock.move(Duration.ofMinutes(1));
    line.escalation.step(contact);
  }

  protected void leaves(ContactId contact) {
    line.redis.call("HSET", Line.KEYS.message(menu(contact)), "state", "sent");
  }

  protected MessageId menu(ContactId contact) {
    return messages(contact).stream()
        .filter(message -> message.by().equals("automatic"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  protected void assertIsOnlyAMessage(ContactId contact, String text) {
    var last = messages(contact).getLast();
    assertThat(last.text()).isEqualTo(text);
    assertThat(last.chose()).isEmpty();
    assertThat(line.contact(contact).understanding().isLanguageChosen()).isFalse();
  }

  protected List<Message> messages(ContactId contact) {
    return line.conversations.messages(contact, 0, 100);
  }

  protected List<String> texts(ContactId contact) {
    return messages(contact).stream().map(Message::text).toList();
  }

  protected List<String> automatic(ContactId contact) {
    return messages(contact).stream()
        .filter(message -> message.by().equals("automatic"))
        .map(Message::text)
        .toList();
  }

  protected int outbox(ContactId contact) {
    return line.redis.call("LRANGE", Line.KEYS.of("outbox:" + contact), 0, -1).texts().size();
  }

  protected List<String> waiting() {
    return line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1).texts();
  }

  protected void set(ContactId contact, String... fields) {
    var arguments = new java.util.ArrayList<Object>(List.of(Line.KEYS.contact(contact)));
    arguments.addAll(List.of(fields));
    line.redis.call("HSET", arguments.toArray());
  }
}
