package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.intake.MadeUp;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.testing.LineTest;
import org.havenline.testing.RandomTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of waiting as scripts keep it: IMMEDIATE first, equal head start first come first
/// served, and nobody loses her place by a decline, an offer that expires, a contact given back, a
/// responder who is lost, tables that are published, or wishes that are noted.
class PlacesIT extends LineTest {
  private static final long SEED = Long.getLong("seed", 20_261_124L);
  private static final int LOADS = Integer.getInteger("loads", 300);
  private static final List<RiskLevel> RISKS = List.of(RiskLevel.values());

  @TempDir private Path folder;

  /// @param place as first given
  /// @param head start in minutes, as written in the table she came by
  private record Came(Instant arrived, RiskLevel risk, long place, int head) {
    boolean immediate() {
      return risk == RiskLevel.IMMEDIATE;
    }
  }

  private final Map<ContactId, Came> all = new HashMap<>();
  private SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void hundredsOfLoadsKeepTheirOrderWhateverHappensToThem() {
    System.out.println("seed " + SEED + ", " + LOADS + " loads");
    var tables = new ArrayList<RandomTables>();
    for (int i = 0; i < 20; i++) {
      tables.add(RandomTables.write(folder.resolve("all.yaml"), 3, random));
    }
    for (int i = 0; i < LOADS; i++) {
      line.redis.call("FLUSHALL");
      all.clear();
      var inForce = tables.get(random.nextInt(tables.size()));
      line.tables = Tables.of(inForce.tables(), "demo");
      var messages = new MadeUp(line);
      for (int n = 0; n < 8; n++) {
        come(messages, "+120255501%02d".formatted(n), inForce);
      }
      inOrder();
      for (int n = 0; n < 12; n++) {
        clock.move(Duration.ofSeconds(random.nextInt(20)));
        happens(tables);
        keptPlaces();
      }
    }
  }

  private void come(MadeUp messages, String from, RandomTables inForce) {
    clock.move(Duration.ofMinutes(random.nextInt(10)));
    var id = messages.message(Channel.SMS, from, "en", RISKS.get(random.nextInt(RISKS.size())));
    var contact = line.contact(id);
    var risk = contact.understanding().risk();
    var heads = Objects.requireNonNull(inForce.headStarts().get(contact.place().rule()));
    all.put(
        id,
        new Came(
            contact.arrived(),
            risk,
            contact.place().virtualArrival(),
            Objects.requireNonNull(heads.get(risk))));
  }

  private void happens(List<RandomTables> tables) {
    var waiting = waiting();
    if (waiting.isEmpty()) {
      return;
    }
    var contact = waiting.get(random.nextInt(waiting.size()));
    switch (random.nextInt(6)) {
      case 0 -> line.offers.decline(offerTo(LUCIA, contact), LUCIA);
      case 1 -> {
        var offer = offerTo(LUCIA, contact);
        clock.move(Duration.ofSeconds(31));
        assertThat(line.offers.expire(offer)).isTrue();
      }
      case 2 -> {
        var owned = connect(TOMAS, contact);
        assertThat(line.offers.giveBack(contact, owned.epoch(), TOMAS)).isTrue();
      }
      case 3 -> {
        connect(TOMAS, contact);
        clock.move(Duration.ofSeconds(31));
        assertThat(line.presence.lapse(TOMAS)).isEqualTo(1);
      }
      case 4 -> line.tables = Tables.of(tables.get(random.nextInt(tables.size())).tables(), "demo");
      default ->
          line.wishes.note(
              contact,
              Optional.empty(),
              new Contact.Wishes(
                  Set.of(Gender.WOMAN), random.nextBoolean(), Contact.Avoided.NOBODY));
    }
  }

  /// From risk, arrival and the head starts that were written.
  private void inOrder() {
    var waiting = waiting().stream().map(all::get).map(Objects::requireNonNull).toList();
    for (int i = 1; i < waiting.size(); i++) {
      var before = waiting.get(i - 1);
      var after = waiting.get(i);
      assertThat(after.immediate() && !before.immediate()).as("immediate first").isFalse();
      if (after.immediate() == before.immediate()) {
        if (after.head() == before.head()) {
          assertThat(before.arrived()).as("first come").isBeforeOrEqualTo(after.arrived());
        }
        assertThat(before.arrived())
            .as("head-start bound")
            .isBeforeOrEqualTo(after.arrived().plusSeconds(60L * (60 - after.head())));
      }
    }
  }

  /// All are there, at their places or, decided anew by other tables, at better ones; in the order
  /// of these.
  private void keptPlaces() {
    var waiting = waiting();
    assertThat(waiting).hasSameElementsAs(all.keySet());
    var places = new HashMap<ContactId, Long>();
    for (var id : waiting) {
      var place = line.contact(id).place().virtualArrival();
      assertThat(place).isLessThanOrEqualTo(Objects.requireNonNull(all.get(id)).place());
      places.put(id, place);
      all.computeIfPresent(
          id, (_, came) -> new Came(came.arrived(), came.risk(), place, came.head()));
    }
    assertThat(waiting)
        .isSortedAccordingTo(
            Comparator.<ContactId>comparingLong(id -> Objects.requireNonNull(places.get(id)))
                .thenComparing(ContactId::value));
  }

  private List<ContactId> waiting() {
    return line.redis.call("ZRANGE", "{demo}:waiting", 0, -1).texts().stream()
        .map(ContactId::new)
        .toList();
  }
}
