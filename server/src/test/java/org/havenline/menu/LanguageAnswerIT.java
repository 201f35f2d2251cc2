package org.havenline.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.havenline.channel.KeyAnswer;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.correction.Corrections.By;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.testing.Line;
import org.junit.jupiter.api.Test;

/// A person answers the menu by a digit or a name, or not at all; and what keys say besides.
class LanguageAnswerIT extends AskingLineTest {
  private static final By MIRIAM = new By(new ResponderId("miriam"), true);

  @Test
  void herDigitIsHerChoiceAndKeepsHerPlace() {
    var her = line.receive("SM1", HER, UNKNOWN);
    var other = line.receive("SM2", "+12025550102", UNKNOWN);
    var before = line.contact(her);

    leaves(her);
    line.receive("SM3", HER, "2");

    var after = line.contact(her);
    assertThat(after.understanding().language()).isEqualTo("es");
    assertThat(after.understanding().certainty()).isEqualTo(Contact.Understanding.OWN);
    assertThat(after.understanding().risk()).isEqualTo(RiskLevel.STANDARD);
    assertThat(after.understanding().signals()).doesNotContain("@");
    assertThat(after.isLookedAt()).as("nobody of the staff has looked").isFalse();
    assertThat(after.place().virtualArrival()).isEqualTo(before.place().virtualArrival());
    assertThat(after.place().rule()).isNotEqualTo(before.place().rule());
    assertThat(after.epoch())
        .as("who was chosen before is not asked")
        .isGreaterThan(before.epoch());
    assertThat(waiting()).containsExactly(her.value(), other.value());
    assertThat(texts(her)).containsExactly(UNKNOWN, MENU, "2");
    assertThat(messages(her).getLast().chose()).isEqualTo("es");

    line.presence.available(LUCIA);
    line.asking.askAll();
    assertThat(line.contact(her).isOfferedTo(LUCIA)).isTrue();

    line.receive("SM4", HER, "I can write in English as well, please answer");
    assertThat(line.contact(her).understanding().language()).isEqualTo("es");
  }

  @Test
  void whatSheWroteBeforeIsReadAgainByTheRulesOfHerLanguage() {
    var contact = line.receive("SM1", HER, "me van a matar esta noche, ayuda");
    set(contact, "certainty", "ASK", "candidates", "en:0.40 es:0.30", "risk", "STANDARD");
    set(contact, "signals", "STANDARD", "unjudged", "STANDARD");
    line.question.ask(contact);
    leaves(contact);

    line.receive("SM2", HER, "Español");

    assertThat(line.contact(contact).understanding().risk()).isEqualTo(RiskLevel.IMMEDIATE);
  }

  @Test
  void onlyTheNextMessageAnswersButForThoseThatCrossedTheQuestion() {
    var contact = line.receive("SM1", HER, UNKNOWN);
    leaves(contact);
    line.receive("SM2", HER, "hola?");
    line.receive("SM3", HER, "2");
    assertThat(messages(contact).getLast().chose()).as("crossed").isEqualTo("es");

    line.receive("SM4", HER, "1");
    assertThat(line.contact(contact).understanding().language()).as("once").isEqualTo("es");

    var other = line.receive("SM5", "+12025550102", UNKNOWN);
    leaves(other);
    clock.move(Duration.ofSeconds(20));
    line.receive("SM6", "+12025550102", "hola?");
    line.receive("SM7", "+12025550102", "2");
    assertIsOnlyAMessage(other, "2");
  }

  @Test
  void otherNumbersAndZeroChooseNothing() {
    var help = line.receive("SM1", HER, UNKNOWN);
    leaves(help);
    line.receive("SM2", HER, "112");
    assertIsOnlyAMessage(help, "112");

    var none = line.receive("SM3", "+12025550102", UNKNOWN);
    leaves(none);
    line.receive("SM4", "+12025550102", "0");
    assertIsOnlyAMessage(none, "0");
    assertThat(line.contact(none).understanding().risk()).isEqualTo(RiskLevel.STANDARD);
    line.receive("SM5", "+12025550102", "2");
    assertIsOnlyAMessage(none, "2");

    var unasked = line.receive("SM6", "+12025550103", KNOWN);
    line.receive("SM7", "+12025550103", "2");
    assertIsOnlyAMessage(unasked, "2");
  }

  @Test
  void nobodyAnswersWhatNeverLeft() {
    for (var state : List.of("queued", "expired", "failed", "undelivered")) {
      var from = "+1202555011" + state.length();
      var contact = line.receive("SM1" + state, from, UNKNOWN);
      line.redis.call("HSET", Line.KEYS.message(menu(contact)), "state", state);
      line.receive("SM2" + state, from, "2");
      assertIsOnlyAMessage(contact, "2");
    }
  }

  @Test
  void keysAreEvidenceLikeWords() {
    accept(
        "SM1",
        HER,
        "pressed 3, pressed 9",
        new KeyAnswer.Language("uk"),
        new KeyAnswer.Sign("cannot-talk", RiskLevel.HIGH));
    var contact = line.receive("SM2", HER, UNKNOWN);

    var understood = line.contact(contact).understanding();
    assertThat(understood.language()).isEqualTo("uk");
    assertThat(understood.certainty()).isEqualTo(Contact.Understanding.OWN);
    assertThat(understood.risk()).isEqualTo(RiskLevel.HIGH);
    assertThat(messages(contact).getFirst().signals())
        .isEqualTo("HIGH key.cannot-talk=cannot-talk/HIGH@0-20+");
    assertThat(messages(contact).getFirst().chose()).isEqualTo("uk");

    accept("SM3", HER, "", new KeyAnswer.Language("fr"));
    line.receive("SM4", HER, UNKNOWN);
    assertThat(line.contact(contact).understanding().language()).as("later").isEqualTo("fr");
  }

  @Test
  void choiceOfAWorkerThatDiedIsTakenOnceAndThatOfALateOneNotAtAll() {
    var contact = line.receive("SM1", HER, UNKNOWN);
    leaves(contact);
    line.intake.accept(line.text("SM2", HER, "2"));
    var dies = line.inbox.claim().orElseThrow();
    line.corrections.chosen(contact, dies, "es");

    clock.move(Line.LEASE.plusMillis(1));
    line.intake.perform(line.inbox.claim().orElseThrow());
    assertThat(texts(contact)).containsExactly(UNKNOWN, MENU, "2");
    assertThat(messages(contact).getLast().chose()).isEqualTo("es");
    assertThat(line.contact(contact).understanding().risk()).isEqualTo(RiskLevel.STANDARD);

    line.corrections.language(contact, MIRIAM, "uk");
    line.corrections.chosen(contact, dies, "es");
    assertThat(line.contact(contact).understanding().language()).isEqualTo("uk");
  }
}
