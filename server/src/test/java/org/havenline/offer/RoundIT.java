package org.havenline.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Event;
import org.havenline.contact.journal.Ruling;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

/// Several who are asked about one contact at the same moment.
class RoundIT extends LineTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 300);
  private static final long SEED = Long.getLong("seed", 20_261_129L);
  private static final ResponderId AMARA = new ResponderId("amara");
  private static final List<ResponderId> THREE = List.of(LUCIA, TOMAS, AMARA);

  @Test
  void eachOfThemHasHerOwnOfferUntilTheSameMoment() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    offerTo(THREE, contact);

    assertThat(line.contact(contact).state()).isEqualTo(ContactState.OFFERED);
    assertThat(line.contact(contact).responder()).isEmpty();
    assertThat(line.contact(contact).offered().orElseThrow().reasons())
        .containsOnlyKeys(THREE)
        .allSatisfy((_, reasons) -> assertThat(reasons).hasSize(1));
    assertThat(THREE).allSatisfy(one -> assertThat(held(one)).containsExactly(contact.value()));
  }

  @Test
  void whoAcceptsFirstHasItAndTheOthersAreFreeAndKeepTheirDutyAndTheirTurn() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    THREE.forEach(line.presence::available);
    var turns = THREE.stream().map(this::idle).toList();
    clock.move(Duration.ofSeconds(3));
    var offer = offerTo(THREE, contact);

    assertThat(line.offers.accept(offer, TOMAS)).isTrue();

    assertThat(line.contact(contact).isOwnedBy(TOMAS)).isTrue();
    assertThat(line.contact(contact).place().asked()).as("nobody said no").isEmpty();
    assertThat(line.offers.accept(offer, LUCIA)).as("too late").isFalse();
    assertThat(line.offers.isTaken(offer, LUCIA)).as("and she is told why").isTrue();
    assertThat(line.offers.isTaken(offer, TOMAS)).isFalse();
    assertThat(line.offers.decline(offer, AMARA)).as("nothing left to decline").isFalse();
    assertThat(line.contact(contact).isOwnedBy(TOMAS)).isTrue();
    assertThat(held(LUCIA)).isEmpty();
    assertThat(held(AMARA)).isEmpty();
    assertThat(line.presence.onDuty()).containsAll(THREE);
    assertThat(THREE.stream().map(this::idle).toList()).isEqualTo(turns);
    assertThat(last("contact.connected").field("instead-of")).contains("lucia\namara");
  }

  @Test
  void declineEndsOnlyHerOwnOffer() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(THREE, contact);

    assertThat(line.offers.decline(offer, LUCIA)).isTrue();
    assertThat(line.offers.decline(offer, LUCIA)).as("again").isFalse();

    assertThat(line.contact(contact).state()).isEqualTo(ContactState.OFFERED);
    assertThat(line.contact(contact).isOfferedTo(LUCIA)).isFalse();
    assertThat(held(LUCIA)).isEmpty();
    assertThat(last("contact.offer-ended").field("why")).contains("declined");
    assertThat(line.offers.accept(offer, LUCIA)).isFalse();
    assertThat(line.offers.accept(offer, AMARA)).isTrue();
  }

  @Test
  void whenTheLastHasDeclinedTheContactIsBackInItsPlaceAndNotesThemAll() {
    var first = line.receive("SM1", "+12025550101", "hola, necesito ayuda");
    var second = line.receive("SM2", "+12025550102", "hola, necesito ayuda");
    var offer = offerTo(THREE, first);

    THREE.forEach(one -> assertThat(line.offers.decline(offer, one)).isTrue());

    assertThat(line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1).texts())
        .containsExactly(first.value(), second.value());
    assertThat(line.contact(first).place().asked()).containsExactlyInAnyOrderElementsOf(THREE);
    assertThat(last("contact.returned").field("why")).contains("declined");
  }

  @Test
  void whoLetsItPassIsOffDutyAndWhoDeclinedIsNot() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(THREE, contact);
    line.offers.decline(offer, LUCIA);
    clock.move(Duration.ofSeconds(29));
    assertThat(line.offers.expire(offer)).as("before its time").isFalse();
    clock.move(Duration.ofSeconds(1));

    assertThat(line.offers.accept(offer, TOMAS)).as("after its time").isFalse();
    assertThat(line.offers.expire(offer)).isTrue();

    assertThat(line.contact(contact).state()).isEqualTo(ContactState.QUEUED);
    assertThat(line.contact(contact).place().asked()).containsExactlyInAnyOrderElementsOf(THREE);
    assertThat(line.presence.onDuty()).containsExactly(LUCIA);
  }

  @Test
  void whoGoesAwayOrIsLostLeavesTheOthersAsked() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(THREE, contact);
    clock.move(Duration.ofSeconds(20));
    line.presence.away(LUCIA);
    line.presence.renew(AMARA);
    assertThat(line.contact(contact).offered().orElseThrow().reasons())
        .containsOnlyKeys(TOMAS, AMARA);

    line.redis.call("HSET", Line.KEYS.responder(TOMAS), "lease", clock.millis());
    assertThat(line.presence.lapse(TOMAS)).isEqualTo(1);

    assertThat(line.contact(contact).offered().orElseThrow().reasons()).containsOnlyKeys(AMARA);
    assertThat(line.offers.accept(offer, AMARA)).isTrue();
  }

  @Test
  void whoIsNotFreeIsLeftOutAndNobodyIsAskedTwiceAboutOneContact() {
    connect(LUCIA, line.receive("SM1", "+12025550101", "hola"));
    var contact = line.receive("SM2", "+12025550102", "hola");
    line.presence.available(TOMAS);

    assertThat(ask(contact, 1, LUCIA, TOMAS, TOMAS, AMARA)).isPresent();

    assertThat(line.contact(contact).offered().orElseThrow().reasons()).containsOnlyKeys(TOMAS);
    var third = line.receive("SM3", "+12025550103", "hola");
    assertThat(ask(third, 1, LUCIA, TOMAS, AMARA)).as("nobody is").isEmpty();
  }

  @Test
  void ownerWhoGivesItBackOrClosesItLeavesNoOfferBehind() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var first = offerTo(THREE, contact);
    line.offers.accept(first, LUCIA);
    assertThat(line.offers.giveBack(contact, first.epoch(), LUCIA)).isTrue();
    assertThat(THREE).allSatisfy(one -> assertThat(held(one)).isEmpty());

    var second = offerTo(THREE, contact);
    assertThat(line.offers.accept(first, TOMAS)).as("of the round before").isFalse();
    line.offers.accept(second, TOMAS);
    line.conversations.close(contact, TOMAS, second.epoch(), "test", "");

    assertThat(line.offers.accept(second, AMARA)).isFalse();
    assertThat(THREE).allSatisfy(one -> assertThat(held(one)).isEmpty());
  }

  @Test
  void declineOfOneWhoIsNotAskedDoesNotKeepTheOfferForEver() {
    var contact = line.receive("SM1", "+12025550101", "hola");
    var offer = offerTo(LUCIA, contact);

    assertThat(line.offers.decline(offer, TOMAS)).isFalse();
    clock.move(Duration.ofSeconds(30));

    assertThat(line.redis.call("ZRANGEBYSCORE", Line.KEYS.of("timers"), "-inf", clock.millis()))
        .extracting(reply -> reply.texts().toString())
        .asString()
        .contains("offer|" + contact);
    assertThat(line.offers.expire(offer)).isTrue();
  }

  @Test
  void ofAllWhoAcceptAtTheSameMomentExactlyOneHasItAndNobodysCapacityLeaks() throws Exception {
    var random = new SplittableRandom(SEED);
    var contact = line.receive("SM1", "+12025550101", "hola");
    int contested = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < ROUNDS; i++) {
        var told = new AtomicInteger();
        var offer = offerTo(THREE, contact);
        int third = random.nextInt(4);
        var together = new CyclicBarrier(3);
        var acts = new ArrayList<Callable<Optional<ResponderId>>>();
        for (var one : shuffled(random)) {
          boolean accepts = acts.size() < 2 || third == 0;
          acts.add(() -> {
            together.await();
            return accepts ? accept(offer, one, told) : other(third, offer, one);
          });
        }
        var winners = new ArrayList<ResponderId>();
        for (var act : threads.invokeAll(acts)) {
          act.get().ifPresent(winners::add);
        }

        assertThat(winners).as("round " + i + " of seed " + SEED).hasSize(1);
        assertThat(told).as("the others are told that it is taken").hasValue(third == 0 ? 2 : 1);
        var owner = winners.getFirst();
        contested += owner.equals(LUCIA) ? 0 : 1;
        assertThat(line.contact(contact).isOwnedBy(owner)).isTrue();
        assertThat(THREE).filteredOn(one -> !held(one).isEmpty()).containsExactly(owner);
        assertThat(line.brokenInvariants()).isEmpty();
        assertThat(line.offers.giveBack(contact, offer.epoch(), owner)).isTrue();
      }
    }
    System.out.println("seed " + SEED + ", " + ROUNDS + " rounds, each with one owner");
    assertThat(contested).as("it is not always the same").isBetween(1, ROUNDS - 1);
  }

  @Test
  void claimThatLooksAndThenWritesIsCaught() throws Exception {
    var contact = line.receive("SM1", "+12025550101", "hola");
    offerTo(List.of(LUCIA, TOMAS), contact);
    var bothHaveLooked = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var acts = new ArrayList<Callable<Boolean>>();
      for (var one : List.of(LUCIA, TOMAS)) {
        acts.add(() -> {
          boolean may = line.contact(contact).isOfferedTo(one);
          bothHaveLooked.await();
          line.redis.call(
              "HSET", Line.KEYS.contact(contact), "state", "connected", "responder", one);
          return may;
        });
      }
      for (var act : threads.invokeAll(acts)) {
        assertThat(act.get()).as("each believes that it is hers").isTrue();
      }
    }
    assertThat(line.brokenInvariants()).isNotEmpty();
    line.redis.call("FLUSHALL");
  }

  private Optional<ResponderId> accept(Offer offer, ResponderId one, AtomicInteger told) {
    if (line.offers.accept(offer, one)) {
      return Optional.of(one);
    }
    told.addAndGet(line.offers.isTaken(offer, one) ? 1 : 0);
    return Optional.empty();
  }

  private Optional<ResponderId> other(int what, Offer offer, ResponderId one) {
    switch (what) {
      case 1 -> line.offers.decline(offer, one);
      case 2 -> line.presence.away(one);
      default -> line.offers.expire(offer);
    }
    return Optional.empty();
  }

  private static List<ResponderId> shuffled(SplittableRandom random) {
    var some = new ArrayList<>(THREE);
    java.util.Collections.shuffle(some, java.util.Random.from(random));
    return some;
  }

  private Optional<Offer> ask(ContactId contact, int capacity, ResponderId... some) {
    return line.offers.offer(
        contact,
        line.contact(contact).epoch(),
        java.util.Arrays.stream(some).map(one -> new Asked(one, capacity, List.of())).toList(),
        Duration.ofSeconds(30),
        Optional.empty(),
        Welfare.NO_LIMIT,
        Ruling.NONE);
  }

  private List<String> held(ResponderId responder) {
    return line.redis.call("HKEYS", Line.KEYS.of("holds:" + responder)).texts();
  }

  private String idle(ResponderId responder) {
    return line.redis.call("HGET", Line.KEYS.responder(responder), "idle").text();
  }

  private Event last(String type) {
    return line.events.after(0, 1_000).stream()
        .filter(event -> event.type().equals(type))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
