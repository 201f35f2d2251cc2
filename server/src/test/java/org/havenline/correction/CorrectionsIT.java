package org.havenline.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.journal.Ruling;
import org.havenline.correction.Corrections.By;
import org.havenline.offer.Asked;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

/// What a person says of the language and the risk of somebody who waits, is asked about, or is
/// answered.
class CorrectionsIT extends LineTest {
  private static final String HER = "+12025550101";
  private static final String CALM = "hola, me gustaría hacer una pregunta sobre el horario";
  private static final By MIRIAM = new By(new org.havenline.contact.ResponderId("miriam"), true);
  private static final By LUCIA_HERSELF = new By(LUCIA, false);

  @Test
  void chosenLanguageHoldsWhateverSheWritesLater() {
    var contact = line.receive("SM1", HER, CALM);
    assertThat(understood(contact).certainty()).isEqualTo("SET");

    assertThat(line.corrections.language(contact, MIRIAM, "uk")).isTrue();
    line.receive("SM2", HER, CALM);

    assertThat(understood(contact).language()).isEqualTo("uk");
    assertThat(understood(contact).certainty()).isEqualTo("CHOSEN");
    assertThat(understood(contact).confidence()).isEqualTo(1);
  }

  @Test
  void whoWaitsIsAskedOfThoseWhoSpeakTheCorrectedLanguageAndKeepsHerPlace() {
    var first = line.receive("SM1", HER, CALM);
    var second = line.receive("SM2", "+12025550102", CALM);
    long place = line.contact(first).place().virtualArrival();

    line.corrections.language(first, MIRIAM, "uk");

    assertThat(line.contact(first).place().virtualArrival()).isEqualTo(place);
    assertThat(waiting()).containsExactly(first.value(), second.value());
    line.presence.available(new org.havenline.contact.ResponderId("oksana"));
    line.asking.askAll();
    assertThat(line.contact(first).isOfferedTo(new org.havenline.contact.ResponderId("oksana")))
        .isTrue();
  }

  @Test
  void whoWasChosenBeforeACorrectionIsNotAskedAfterIt() {
    var contact = line.receive("SM1", HER, CALM);
    long seen = line.contact(contact).epoch();
    line.presence.available(LUCIA);

    line.corrections.language(contact, MIRIAM, "uk");

    assertThat(
            line.offers.offer(
                contact,
                seen,
                List.of(new Asked(LUCIA, 3, List.of())),
                Duration.ofSeconds(30),
                Optional.empty(),
                Welfare.NO_LIMIT,
                Ruling.NONE))
        .isEmpty();
  }

  @Test
  void offeredAndConnectedOnesStayWithTheirOwner() {
    var contact = line.receive("SM1", HER, CALM);
    var offer = offerTo(LUCIA, contact);

    line.corrections.language(contact, MIRIAM, "uk");
    line.corrections.risk(contact, MIRIAM, RiskLevel.HIGH);
    assertThat(line.offers.accept(offer, LUCIA)).isTrue();
    line.corrections.language(contact, LUCIA_HERSELF, "fr");

    assertThat(line.contact(contact).isOwnedBy(LUCIA)).isTrue();
    assertThat(understood(contact).language()).isEqualTo("fr");
    assertThat(line.conversations.write(contact, LUCIA, offer.epoch(), "oui", "k")).isNotEmpty();
  }

  @Test
  void raisedShePassesThoseBeforeHerAndLoweredSheWaitsWhereHerArrivalPutsHer() {
    var first = line.receive("SM1", "+12025550102", CALM);
    var second = line.receive("SM2", HER, CALM);
    var third = line.receive("SM3", "+12025550103", CALM);
    long arrival = line.contact(second).place().virtualArrival();

    line.corrections.risk(second, MIRIAM, RiskLevel.IMMEDIATE);
    assertThat(waiting()).containsExactly(second.value(), first.value(), third.value());

    line.corrections.risk(second, MIRIAM, RiskLevel.STANDARD);
    assertThat(waiting()).containsExactly(first.value(), second.value(), third.value());
    assertThat(line.contact(second).place().virtualArrival()).isEqualTo(arrival);
    assertThat(understood(second).risk()).isEqualTo(RiskLevel.STANDARD);
  }

  @Test
  void whatAPersonLoweredIsRaisedByALaterMessageAndNotByWhatWasSeen() {
    var contact = line.receive("SM1", HER, "me van a matar esta noche, ayuda");
    assertThat(understood(contact).risk()).isEqualTo(RiskLevel.IMMEDIATE);
    line.corrections.risk(contact, MIRIAM, RiskLevel.STANDARD);

    line.receive("SM2", HER, CALM);
    assertThat(understood(contact).risk()).isEqualTo(RiskLevel.STANDARD);
    assertThat(understood(contact).signals()).as("what was seen is kept").contains("@");

    line.receive("SM3", HER, "me van a matar esta noche, ayuda");
    assertThat(understood(contact).risk()).isEqualTo(RiskLevel.IMMEDIATE);
  }

  @Test
  void whatSheWroteIsReadAgainByTheRulesOfTheCorrectedLanguage() {
    var contact = line.receive("SM1", HER, "me van a matar esta noche, ayuda");
    var spanish = understood(contact).signals();
    line.redis.call(
        "HSET", "{demo}:contact:" + contact, "signals", "STANDARD", "unjudged", "STANDARD");
    line.redis.call("HSET", "{demo}:contact:" + contact, "risk", "STANDARD", "language", "pt");
    var message = line.conversations.messages(contact, 0, 1).getFirst().id();
    line.redis.call("HSET", "{demo}:message:" + message, "signals", "STANDARD");

    line.corrections.language(contact, MIRIAM, "es");

    assertThat(understood(contact).risk()).isEqualTo(RiskLevel.IMMEDIATE);
    assertThat(understood(contact).signals()).isEqualTo(spanish);
    assertThat(line.conversations.messages(contact, 0, 1).getFirst().signals()).contains("@");
  }

  @Test
  void verdictsOfRulesAreCountedOncePerContactAndTheLastOneCounts() {
    var contact = line.receive("SM1", HER, "me van a matar, ayuda");

    line.corrections.risk(contact, MIRIAM, RiskLevel.IMMEDIATE);
    line.corrections.risk(contact, MIRIAM, RiskLevel.IMMEDIATE);
    assertThat(line.verdicts.all())
        .isNotEmpty()
        .allSatisfy(one -> {
          assertThat(one.confirmed()).isEqualTo(1);
          assertThat(one.corrected()).isZero();
        });

    line.corrections.risk(contact, MIRIAM, RiskLevel.STANDARD);
    assertThat(line.verdicts.all())
        .allSatisfy(one -> {
          assertThat(one.confirmed()).isZero();
          assertThat(one.corrected()).isEqualTo(1);
        });
  }

  @Test
  void messageUnderstoodBeforeACorrectionIsUnderstoodAgain() {
    var contact = line.receive("SM1", HER, CALM);
    line.intake.accept(line.text("SM2", HER, CALM));
    var claim = line.inbox.claim().orElseThrow();
    var stale = line.contact(contact);
    line.corrections.risk(contact, MIRIAM, RiskLevel.HIGH);
    line.corrections.language(contact, MIRIAM, "uk");

    assertThat(line.contact(contact).understanding().revision())
        .isEqualTo(stale.understanding().revision() + 2);
    line.intake.perform(claim);

    assertThat(line.contact(contact).messages()).isEqualTo(2);
    assertThat(understood(contact).language()).isEqualTo("uk");
    assertThat(understood(contact).risk()).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void responderCorrectsOnlyWhatSheHasAnswered() {
    var contact = line.receive("SM1", HER, CALM);
    assertThat(line.corrections.language(contact, LUCIA_HERSELF, "uk")).isFalse();
    assertThat(line.corrections.risk(contact, LUCIA_HERSELF, RiskLevel.HIGH)).isFalse();

    var owned = connect(LUCIA, contact);
    assertThat(line.corrections.risk(contact, LUCIA_HERSELF, RiskLevel.HIGH)).isTrue();
    line.conversations.close(contact, LUCIA, owned.epoch(), "test", "");
    assertThat(line.corrections.risk(contact, MIRIAM, RiskLevel.STANDARD)).as("over").isFalse();
    assertThat(line.corrections.risk(new ContactId("none"), MIRIAM, RiskLevel.HIGH)).isFalse();
  }

  @Test
  void whatNoRuleCanReadIsElevatedUntilAPersonHasLooked() {
    var unread = line.receive("SM1", "+12025550102", "Mwaramutse, ndashaka kuvugana n'umuntu hano");
    var greeting = line.receive("SM2", "+12025550103", "Hola!");

    assertThat(understood(unread).risk()).isEqualTo(RiskLevel.ELEVATED);
    assertThat(understood(greeting).risk()).isEqualTo(RiskLevel.STANDARD);

    line.corrections.risk(unread, MIRIAM, RiskLevel.STANDARD);
    line.receive("SM3", "+12025550102", "ndashaka kuvugana n'umuntu");
    assertThat(understood(unread).risk()).isEqualTo(RiskLevel.STANDARD);
    assertThat(line.contact(unread).state()).isEqualTo(ContactState.QUEUED);
  }

  private Contact.Understanding understood(ContactId contact) {
    return line.contact(contact).understanding();
  }

  private List<String> waiting() {
    return line.redis.call("ZRANGE", "{demo}:waiting", 0, -1).texts();
  }
}
