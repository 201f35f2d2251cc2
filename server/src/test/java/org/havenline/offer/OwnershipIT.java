package org.havenline.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

/// Random schedules of several nodes that pause, crash and see the clock jump: whatever a node does
/// late, a conversation has one owner, and only the newest ownership writes.
class OwnershipIT extends LineTest {
  private static final int SCHEDULES = Integer.getInteger("schedules", 10_000);
  private static final List<ResponderId> STAFF = List.of(LUCIA, TOMAS, new ResponderId("amara"));

  @Test
  void tenThousandRandomSchedulesNeverHaveTwoOwnersOrALateWrite() {
    long seed = Long.getLong("seed", 20_261_124L);
    System.out.println("seed " + seed + ", " + SCHEDULES + " schedules on each Redis");
    var contact = line.receive("SM1", "+12025550101", "hola");
    var fields = line.redis.call("HGETALL", "{demo}:contact:" + contact).list();
    var random = new SplittableRandom(seed);
    int refused = 0;
    for (int i = 0; i < SCHEDULES; i++) {
      var schedule = new Schedule(contact, random.split());
      schedule.run();
      refused += schedule.lateWritesRefused;
      if (line.contact(contact).state() == ContactState.CLOSED) {
        reopen(contact, fields);
      }
    }
    System.out.println(refused + " late writes were tried and refused");
    assertThat(refused).as("the schedules do try late writes").isGreaterThan(SCHEDULES / 10);
  }

  /// What nodes remember and act on later, however old it has become.
  private final class Schedule {
    private final ContactId contact;
    private final SplittableRandom random;
    private final List<Held> remembered = new ArrayList<>();
    private final Map<Long, ResponderId> owners = new HashMap<>();
    private int lateWritesRefused;
    private int written;

    Schedule(ContactId contact, SplittableRandom random) {
      this.contact = contact;
      this.random = random;
    }

    /// An offer as some node knows it.
    record Held(Offer offer, ResponderId responder) {}

    void run() {
      // whoever held it before is gone
      clock.move(Duration.ofMinutes(2));
      STAFF.forEach(line.presence::lapse);
      int steps = 12 + random.nextInt(12);
      for (int i = 0; i < steps; i++) {
        step();
      }
    }

    private void step() {
      var someone = STAFF.get(random.nextInt(STAFF.size()));
      switch (random.nextInt(9)) {
        case 0 -> line.presence.available(someone);
        case 1 -> clock.move(Duration.ofSeconds(random.nextInt(40)));
        case 2 -> line.presence.lapse(someone);
        case 3 -> ask(List.of(someone));
        case 4 -> ask(STAFF);
        case 5, 6 -> act(this::accept);
        case 7 -> act(this::write);
        default ->
            act(held -> {
              line.offers.expire(held.offer());
              line.offers.decline(held.offer(), held.responder());
            });
      }
    }

    private void ask(List<ResponderId> some) {
      some.forEach(line.presence::available);
      line.offers
          .offer(
              contact,
              line.contact(contact).epoch(),
              some.stream().map(one -> new Asked(one, 3, List.of())).toList(),
              Duration.ofSeconds(20),
              java.util.Optional.empty(),
              Welfare.NO_LIMIT,
              Ruling.NONE)
          .ifPresent(offer -> some.forEach(one -> remembered.add(new Held(offer, one))));
    }

    private void act(java.util.function.Consumer<Held> doing) {
      if (!remembered.isEmpty()) {
        doing.accept(remembered.get(random.nextInt(remembered.size())));
      }
    }

    private void accept(Held held) {
      if (line.offers.accept(held.offer(), held.responder())) {
        var before = owners.putIfAbsent(held.offer().epoch(), held.responder());
        assertThat(before == null || before.equals(held.responder()))
            .as("one owner for each epoch")
            .isTrue();
        assertThat(line.contact(contact).isOwnedBy(held.responder())).isTrue();
      }
    }

    private void write(Held held) {
      var seen = line.contact(contact);
      boolean may = seen.isOwnedBy(held.responder()) && seen.epoch() == held.offer().epoch();
      var n =
          line.conversations.write(
              contact,
              held.responder(),
              held.offer().epoch(),
              "x",
              "k" + random.nextLong() + written++);
      assertThat(n.isPresent()).as("written only by the owner of now").isEqualTo(may);
      lateWritesRefused += may ? 0 : 1;
    }
  }

  private void reopen(ContactId contact, List<org.havenline.redis.Reply> fields) {
    var arguments = new ArrayList<Object>(List.of("{demo}:contact:" + contact));
    fields.forEach(field -> arguments.add(field.bytes()));
    line.redis.call("HSET", arguments.toArray());
  }
}
