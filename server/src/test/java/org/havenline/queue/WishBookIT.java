package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.offer.Asked;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

/// Whom a person wants, noted while she waits, is asked about, or is answered.
class WishBookIT extends LineTest {
  private static final String HER = "+12025550101";
  private static final Contact.Wishes A_WOMAN =
      new Contact.Wishes(Set.of(Gender.WOMAN), false, Contact.Avoided.NOBODY);
  private static final Contact.Wishes NOT_LUCIA =
      new Contact.Wishes(Set.of(), false, new Contact.Avoided(Set.of(LUCIA), Set.of()));
  private static final Contact.Wishes NOT_OUR_PEOPLE =
      new Contact.Wishes(Set.of(), false, new Contact.Avoided(Set.of(), Set.of("demo-diaspora")));

  @Test
  void offerToSomebodySheDoesNotWantIsWithdrawnAtOnce() {
    var contact = line.receive("SM1", HER, "hola, necesito ayuda");
    var offer = offerTo(TOMAS, contact);

    assertThat(line.wishes.note(contact, Optional.empty(), A_WOMAN)).isTrue();

    assertThat(line.contact(contact).state()).isEqualTo(ContactState.QUEUED);
    assertThat(line.offers.accept(offer, TOMAS)).isFalse();
  }

  @Test
  void offerToSomebodySheMayStillHaveStays() {
    var contact = line.receive("SM1", HER, "hola, necesito ayuda");
    var offer = offerTo(LUCIA, contact);

    line.wishes.note(contact, Optional.empty(), A_WOMAN);

    assertThat(line.offers.accept(offer, LUCIA)).isTrue();
  }

  @Test
  void whoWasChosenBeforeAWishIsNotAskedAfterIt() {
    var contact = line.receive("SM1", HER, "hola, necesito ayuda");
    long seen = line.contact(contact).epoch();
    line.presence.available(TOMAS);

    line.wishes.note(contact, Optional.empty(), A_WOMAN);

    assertThat(
            line.offers.offer(
                contact,
                seen,
                List.of(new Asked(TOMAS, 3, List.of())),
                Duration.ofSeconds(30),
                Optional.empty(),
                Welfare.NO_LIMIT,
                Ruling.NONE))
        .isEmpty();
  }

  @Test
  void sheIsAskedOfNobodyOfACommunityOrNameSheAvoids() {
    for (var wishes : List.of(NOT_LUCIA, NOT_OUR_PEOPLE)) {
      line.redis.call("FLUSHALL");
      var contact = line.receive("SM1", HER, "hola, necesito ayuda");
      line.wishes.note(contact, Optional.empty(), wishes);
      line.presence.available(LUCIA);
      line.asking.askAll();
      assertThat(line.contact(contact).state()).isEqualTo(ContactState.QUEUED);
      line.presence.available(TOMAS);
      line.asking.askAll();
      assertThat(line.contact(contact).isOfferedTo(TOMAS)).isTrue();
    }
  }

  @Test
  void wishesHoldForHerNextContactToo() {
    var first = line.receive("SM1", HER, "hola, necesito ayuda");
    var owned = connect(LUCIA, first);
    line.wishes.note(first, Optional.of(LUCIA), NOT_LUCIA);
    line.conversations.close(first, LUCIA, owned.epoch(), "test", "");

    var second = line.receive("SM2", HER, "hola, otra vez");

    assertThat(second).isNotEqualTo(first);
    assertThat(line.contact(second).wishes()).isEqualTo(NOT_LUCIA);
    line.asking.askAll();
    assertThat(line.contact(second).state()).isEqualTo(ContactState.QUEUED);
  }

  @Test
  void onlyWhoHasAnsweredAContactNotesWhatSheWants() {
    var contact = line.receive("SM1", HER, "hola, necesito ayuda");
    assertThat(line.wishes.note(contact, Optional.of(LUCIA), A_WOMAN)).as("never hers").isFalse();

    var owned = connect(LUCIA, contact);
    assertThat(line.wishes.note(contact, Optional.of(LUCIA), A_WOMAN)).isTrue();
    assertThat(line.wishes.note(contact, Optional.of(TOMAS), NOT_LUCIA)).isFalse();
    line.offers.giveBack(contact, owned.epoch(), LUCIA);
    assertThat(line.wishes.note(contact, Optional.of(LUCIA), NOT_LUCIA)).as("it was").isTrue();
    assertThat(line.wishes.note(new ContactId("none"), Optional.empty(), A_WOMAN)).isFalse();
  }

  @Test
  void minorGoesToTheQueueOfMinorsAndToThoseTrainedOnly() {
    var contact = line.receive("SM1", HER, "hola, tengo una pregunta");
    line.wishes.note(
        contact, Optional.empty(), new Contact.Wishes(Set.of(), true, Contact.Avoided.NOBODY));

    assertThat(line.contact(contact).place().queue()).isEqualTo("minors");
    line.presence.available(TOMAS);
    line.asking.askAll();
    assertThat(line.contact(contact).state()).isEqualTo(ContactState.QUEUED);
    line.presence.available(LUCIA);
    line.asking.askAll();
    assertThat(line.contact(contact).isOfferedTo(LUCIA)).isTrue();
  }

  @Test
  void whoAnsweredHerBeforeIsAskedFirstAndWaitedFor() {
    var first = line.receive("SM1", HER, "hola, necesito ayuda");
    var owned = connect(TOMAS, first);
    line.conversations.close(first, TOMAS, owned.epoch(), "test", "");
    clock.move(Duration.ofSeconds(5));
    line.presence.renew(TOMAS);
    line.presence.available(LUCIA);

    var second = line.receive("SM2", HER, "hola, necesito ayuda");
    line.asking.askAll();

    assertThat(line.contact(second).offered().orElseThrow().reasons().get(TOMAS))
        .contains("you answered her before");
  }

  @Test
  void afterHighRiskInARowABreakIsDueUntilItIsOver() {
    var welfare = new Welfare(2, Duration.ofMinutes(15));
    highRisk("SM1", HER, welfare);
    highRisk("SM2", "+12025550102", welfare);
    var third = line.receive("SM3", "+12025550103", "hola, necesito ayuda");

    assertThat(asked(third, welfare)).as("two in a row").isFalse();
    assertThat(asked(third, Welfare.NO_LIMIT)).as("the table says so").isTrue();
    line.offers.decline(new org.havenline.offer.Offer(third, line.contact(third).epoch()), LUCIA);
    clock.move(Duration.ofMinutes(15));
    assertThat(asked(third, welfare)).as("after the break").isTrue();
  }

  private void highRisk(String sid, String from, Welfare welfare) {
    var contact = line.receive(sid, from, "hola, necesito ayuda");
    line.redis.call("HSET", "{demo}:contact:" + contact, "risk", "HIGH");
    assertThat(asked(contact, welfare)).isTrue();
    long epoch = line.contact(contact).epoch();
    line.offers.accept(new org.havenline.offer.Offer(contact, epoch), LUCIA);
    line.conversations.close(contact, LUCIA, epoch, "test", "");
  }

  private boolean asked(ContactId contact, Welfare welfare) {
    ResponderId lucia = LUCIA;
    line.presence.available(lucia);
    return line.offers
        .offer(
            contact,
            line.contact(contact).epoch(),
            List.of(new Asked(lucia, 3, List.of())),
            Duration.ofSeconds(30),
            Optional.empty(),
            welfare,
            Ruling.NONE)
        .isPresent();
  }
}
