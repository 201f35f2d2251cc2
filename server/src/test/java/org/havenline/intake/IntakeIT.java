package org.havenline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

class IntakeIT extends LineTest {
  private static final String HER = "+12025550101";

  @Test
  void firstTextOpensAContactInItsPlaceWithWhatWasUnderstood() {
    var id = line.receive("SM1", HER, "ayuda, me quitaron el pasaporte y no puedo salir");

    var contact = line.contact(id);
    assertThat(contact.state()).isEqualTo(ContactState.QUEUED);
    assertThat(contact.understanding().language()).isEqualTo("es");
    assertThat(contact.understanding().risk()).isLessThanOrEqualTo(RiskLevel.HIGH);
    assertThat(contact.label()).startsWith("Caller ").doesNotContain("0101");
    assertThat(texts(id)).containsExactly("ayuda, me quitaron el pasaporte y no puedo salir");
    assertThat(line.redis.call("EXISTS", Line.KEYS.of("first-key:" + id)).number()).isZero();
  }

  @Test
  void whoWasTooSlowWithAFirstTextCannotMakeItUnreadable() {
    var words = new MadeUp(line);
    line.intake.accept(line.text("SM1", HER, "ayuda"));
    var slow = line.inbox.claim().orElseThrow();
    line.clock.move(Line.LEASE.plusSeconds(1));
    var quick = line.inbox.claim().orElseThrow();

    // both have found no contact of hers, and neither knows of the other
    var late = words.begun(slow, "es", RiskLevel.HIGH);
    var id = words.placed(quick, "es", RiskLevel.HIGH);
    late.run();

    assertThat(texts(id)).containsExactly("ayuda");
  }

  @Test
  void sameTextDeliveredAgainIsOneText() {
    assertThat(line.intake.accept(line.text("SM1", HER, "hola"))).isTrue();
    assertThat(line.intake.accept(line.text("SM1", HER, "hola"))).isFalse();
    var id = line.receive("SM2", HER, "estas ahi");

    assertThat(texts(id)).containsExactly("hola", "estas ahi");
  }

  @Test
  void otherTextWithATakenSidIsKeptForAPerson() {
    line.intake.accept(line.text("SM1", HER, "hola"));
    assertThat(line.intake.accept(line.text("SM1", HER, "something else"))).isFalse();

    assertThat(line.quarantine.unresolved()).hasSize(1);
    line.receive("SM2", HER, "estas ahi");
  }

  @Test
  void textsOfOnePersonStayInOrderAndInOneContact() {
    var first = line.receive("SM1", HER, "uno");
    var second = line.receive("SM2", HER, "dos");

    assertThat(second).isEqualTo(first);
    assertThat(texts(first)).containsExactly("uno", "dos");
    assertThat(line.contact(first).unanswered()).isEqualTo(2);
  }

  @Test
  void riskRisesWithALaterTextAndTheContactMovesForward() {
    var calm = line.receive("SM1", "+12025550102", "hola, tengo una pregunta");
    var id = line.receive("SM2", HER, "hola, tengo una pregunta");
    assertThat(waiting()).containsExactly(calm.value(), id.value());

    line.receive("SM3", HER, "me van a matar esta noche, ayuda");
    line.receive("SM4", HER, "gracias");

    assertThat(line.contact(id).understanding().risk()).isEqualTo(RiskLevel.IMMEDIATE);
    assertThat(waiting()).containsExactly(id.value(), calm.value());
  }

  @Test
  void afterTheEndANewTextOpensANewContactThatSaysSheWroteBefore() {
    var first = line.receive("SM1", HER, "hola");
    var offer = connect(LUCIA, first);
    assertThat(line.conversations.close(first, LUCIA, offer.epoch(), "handled", "")).isTrue();

    var second = line.receive("SM2", HER, "hola otra vez");

    assertThat(second).isNotEqualTo(first);
    assertThat(line.contact(second).earlier()).isEqualTo(1);
    assertThat(texts(second)).containsExactly("hola otra vez");
  }

  @Test
  void textOfAWorkerThatSleptPastItsLeaseIsTakenOnce() {
    line.intake.accept(line.text("SM1", HER, "hola"));
    var slow = line.inbox.claim().orElseThrow();
    clock.move(Line.LEASE.plusMillis(1));
    var quick = line.inbox.claim().orElseThrow();

    line.intake.perform(quick);
    line.intake.perform(slow);

    assertThat(quick.epoch()).isGreaterThan(slow.epoch());
    assertThat(line.contacts.open()).hasSize(1);
    assertThat(texts(line.contacts.open().getFirst().id())).containsExactly("hola");
  }

  @Test
  void lateWorkerLeavesNoTraceWhileTheLaneHasANewOwner() {
    line.intake.accept(line.text("SM1", HER, "hola"));
    var slow = line.inbox.claim().orElseThrow();
    clock.move(Line.LEASE.plusMillis(1));
    assertThat(line.inbox.claim()).as("another worker has it").isPresent();

    line.intake.perform(slow);

    assertThat(line.contacts.open()).isEmpty();
    assertThat(line.inbox.release(slow, clock.instant())).isFalse();
  }

  @Test
  void whatFailsFiveTimesIsSetAsideAndTheNextTextOfHersIsServed() {
    line.intake.accept(line.text("SM1", HER, "poison"));
    line.intake.accept(line.text("SM2", HER, "hola"));
    var claim = line.inbox.claim().orElseThrow();
    while (claim.tries() <= 5) {
      line.inbox.release(claim, clock.instant());
      claim = line.inbox.claim().orElseThrow();
    }

    line.intake.quarantine(claim);

    assertThat(line.quarantine.unresolved()).singleElement().extracting("id").isEqualTo("in-SM1");
    var id = line.receive("SM3", HER, "estas ahi");
    assertThat(texts(id)).containsExactly("hola", "estas ahi");
  }

  @Test
  void nothingReadableLiesInTheStore() {
    line.receive("SM1", HER, "canary-text in plain sight");
    clock.move(Duration.ofSeconds(1));

    for (var key : line.redis.call("KEYS", "*").texts()) {
      assertThat(dump(key)).doesNotContain("canary-text").doesNotContain(HER.substring(1));
    }
  }

  private String dump(String key) {
    var type = line.redis.call("TYPE", key).text();
    var all =
        switch (type) {
          case "hash" -> line.redis.call("HGETALL", key);
          case "list" -> line.redis.call("LRANGE", key, 0, -1);
          case "zset" -> line.redis.call("ZRANGE", key, 0, -1);
          case "stream" -> line.redis.call("XLEN", key);
          case "set" -> line.redis.call("SMEMBERS", key);
          default -> line.redis.call("GET", key);
        };
    var text = new StringBuilder(key);
    all.optionalText().ifPresent(text::append);
    all.list().forEach(item -> item.optionalText().ifPresent(text::append));
    return text.toString();
  }

  private java.util.List<String> texts(ContactId id) {
    return line.conversations.messages(id, 0, 100).stream()
        .map(org.havenline.conversation.Message::text)
        .toList();
  }

  private java.util.List<String> waiting() {
    return line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1).texts();
  }
}
