package org.havenline.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

class OfferBookIT extends LineTest {
  @Test
  void offerExpiresBackToItsPlaceInTheQueue() {
    var first = line.receive("SM1", "+12025550101", "hola, necesito ayuda");
    var second = line.receive("SM2", "+12025550102", "hola, necesito ayuda");
    var offer = offerTo(LUCIA, first);

    assertThat(line.offers.expire(offer)).as("before its time").isFalse();
    clock.move(Duration.ofSeconds(31));
    assertThat(line.offers.expire(offer)).isTrue();

    assertThat(waiting()).containsExactly(first.value(), second.value());
    assertThat(line.contact(first).place().asked()).containsExactly(LUCIA);
  }

  @Test
  void declinedOfferKeepsThePlaceAndRemembersWhoDeclined() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(LUCIA, contact);

    assertThat(line.offers.decline(offer, TOMAS)).as("not asked").isFalse();
    assertThat(line.offers.decline(offer, LUCIA)).isTrue();

    assertThat(line.contact(contact).state()).isEqualTo(ContactState.QUEUED);
    assertThat(line.offers.accept(offer, LUCIA)).as("too late").isFalse();
  }

  @Test
  void onlyTheOneAskedBecomesTheOwnerAndOnlyInTime() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(LUCIA, contact);

    assertThat(line.offers.accept(offer, TOMAS)).isFalse();
    assertThat(line.offers.accept(new Offer(contact, offer.epoch() + 1), LUCIA)).isFalse();
    assertThat(line.offers.accept(offer, LUCIA)).isTrue();
    assertThat(line.offers.accept(offer, LUCIA)).as("the same click twice").isTrue();
    assertThat(line.contact(contact).isOwnedBy(LUCIA)).isTrue();
  }

  @Test
  void lateAcceptOfAnExpiredOfferTakesNothing() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(LUCIA, contact);

    clock.move(Duration.ofSeconds(30));

    assertThat(line.offers.accept(offer, LUCIA)).isFalse();
  }

  @Test
  void contactGivenBackKeepsItsPlaceAndOnlyItsOwnerGivesItBack() {
    var first = line.receive("SM1", "+12025550101", "hola, necesito ayuda");
    var second = line.receive("SM2", "+12025550102", "hola, necesito ayuda");
    var owned = connect(LUCIA, first);

    assertThat(line.offers.giveBack(first, owned.epoch(), TOMAS)).isFalse();
    assertThat(line.offers.giveBack(first, owned.epoch(), LUCIA)).isTrue();
    assertThat(line.offers.giveBack(first, owned.epoch(), LUCIA)).as("not hers any more").isFalse();

    assertThat(waiting()).containsExactly(first.value(), second.value());
    assertThat(line.contact(first).place().asked()).containsExactly(LUCIA);
  }

  @Test
  void nobodyIsAskedBeyondTheirCapacity() {
    var first = line.receive("SM1", "+12025550101", "hola");
    var second = line.receive("SM2", "+12025550102", "hola");
    line.presence.available(LUCIA);

    assertThat(offer(first, 1)).isPresent();
    assertThat(offer(second, 1)).isEmpty();
  }

  @Test
  void nobodyIsAskedWhoIsAwayOrHasLapsed() {
    var contact = line.receive("SM1", "+12025550101", "hola");

    assertThat(offer(contact, 3)).as("never on duty").isEmpty();
    line.presence.available(LUCIA);
    clock.move(Duration.ofSeconds(30));
    assertThat(offer(contact, 3)).as("lease over").isEmpty();
  }

  @Test
  void contactSeenBeforeAChangeIsNotOffered() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(LUCIA, contact);
    line.offers.decline(offer, LUCIA);
    line.presence.available(TOMAS);

    assertThat(
            line.offers.offer(
                contact,
                0,
                List.of(new Asked(TOMAS, 3, List.of())),
                Duration.ofSeconds(30),
                Optional.empty(),
                Welfare.NO_LIMIT,
                Ruling.NONE))
        .as("the epoch it was seen with is old")
        .isEmpty();
  }

  private Optional<Offer> offer(ContactId contact, int capacity) {
    return line.offers.offer(
        contact,
        line.contact(contact).epoch(),
        List.of(new Asked(new ResponderId("lucia"), capacity, List.of())),
        Duration.ofSeconds(30),
        Optional.empty(),
        Welfare.NO_LIMIT,
        Ruling.NONE);
  }

  private List<String> waiting() {
    return line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1).texts();
  }
}
