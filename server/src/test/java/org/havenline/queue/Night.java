package org.havenline.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.intake.MadeUp;
import org.havenline.offer.Offer;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.testing.HandClock;
import org.havenline.testing.Line;
import org.havenline.testing.RandomTables;

/// One random load on a real store: people write, responders come and go, accept, decline, let
/// pass, close and give back, staff note wishes, tables are published, time passes. All of it by
/// the rooms and scripts of the server; only who does what is made up.
final class Night {
  private static final int RESPONDERS = 40;
  private static final int WAITING = 200;
  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final List<RiskLevel> RISKS = List.of(RiskLevel.values());

  private final Line line;
  private final HandClock clock;
  private final SplittableRandom random;
  private final Runnable asking;
  private final Path file;
  private final MadeUp messages;
  private final List<ResponderId> staff;
  final Oracle oracle;
  private RandomTables tables;
  private int people;

  /// @param asking how contacts are offered: as the server does, or a mutant
  Night(Line line, HandClock clock, Path file, SplittableRandom random, Runnable asking) {
    this.line = line;
    this.clock = clock;
    this.file = file;
    this.random = random;
    this.asking = asking;
    messages = new MadeUp(line);
    staff =
        IntStream.range(0, RESPONDERS)
            .mapToObj(i -> new ResponderId(RandomTables.responder(i)))
            .toList();
    tables = RandomTables.write(file, RESPONDERS, random);
    line.tables = Tables.of(tables.tables(), "demo");
    oracle = new Oracle(line);
  }

  RandomTables tables() {
    return tables;
  }

  private void publish() {
    tables = RandomTables.write(file, RESPONDERS, random);
    line.tables = Tables.of(tables.tables(), "demo");
  }

  /// A few seconds of it.
  void passes() {
    clock.move(Duration.ofMillis(1_000 + random.nextInt(14_000)));
    fire();
    for (var one : staff) {
      if (random.nextInt(40) == 0) {
        line.presence.away(one);
      } else if (random.nextInt(3) > 0) {
        line.presence.available(one);
      } else {
        line.presence.renew(one);
      }
    }
    people();
    if (random.nextInt(15) == 0) {
      publish();
    }
    asking.run();
    oracle.look(tables);
    everybodyActs();
    oracle.look(tables);
  }

  /// What [Clockwork] does.
  private void fire() {
    for (var timer :
        line.redis.call("ZRANGEBYSCORE", Line.KEYS.of("timers"), "-inf", clock.millis()).texts()) {
      var what = timer.substring(timer.indexOf('|') + 1);
      switch (timer.substring(0, timer.indexOf('|'))) {
        case "offer" -> line.offers.expire(Offer.parse(what.replace('|', '.')));
        case "step" -> line.escalation.step(new ContactId(what));
        case "presence" -> line.presence.lapse(new ResponderId(what));
        default -> throw new AssertionError(timer);
      }
    }
  }

  private void people() {
    for (int n = Math.min(25, WAITING - waiting().size()); n > 0; n--) {
      // some have written before
      int who = random.nextInt(4) == 0 && people > 0 ? random.nextInt(people) : people++;
      messages.message(
          one(CHANNELS),
          "+1202555%04d".formatted(who % 10_000),
          one(RandomTables.LANGUAGES),
          one(RISKS));
    }
  }

  private void everybodyActs() {
    for (var contact : List.copyOf(oracle.holders().keySet())) {
      for (var holder : oracle.holdersOf(contact)) {
        acts(line.contact(contact), holder, random.nextInt(100));
      }
    }
    for (var contact : waiting()) {
      if (random.nextInt(10) == 0) {
        note(contact, Optional.empty());
      }
    }
  }

  private void acts(Contact contact, ResponderId holder, int chance) {
    if (contact.isOfferedTo(holder)) {
      var offer = new Offer(contact.id(), contact.epoch());
      if (chance < 15) {
        line.offers.accept(offer, holder);
      } else if (chance < 80) {
        line.offers.decline(offer, holder);
      } else if (chance < 90) {
        note(contact.id(), Optional.empty());
      }
    } else if (contact.isOwnedBy(holder)) {
      ends(contact, holder, chance);
    }
  }

  private void ends(Contact contact, ResponderId holder, int chance) {
    if (chance < 25) {
      line.conversations.close(contact.id(), holder, contact.epoch(), "test", "");
    } else if (chance < 35) {
      line.offers.giveBack(contact.id(), contact.epoch(), holder);
    } else if (chance < 45) {
      note(contact.id(), Optional.of(holder));
    }
  }

  private void note(ContactId contact, Optional<ResponderId> by) {
    var wishes = wishes();
    oracle.willNote(contact, wishes);
    if (!line.wishes.note(contact, by, wishes)) {
      throw new AssertionError("not noted: " + contact);
    }
  }

  /// Notes something of somebody who waits, while others ask.
  void noteOfSomebody() {
    var all = waiting();
    if (!all.isEmpty()) {
      note(one(all), Optional.empty());
    }
  }

  List<ContactId> waiting() {
    return line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1).texts().stream()
        .map(ContactId::new)
        .toList();
  }

  private Contact.Wishes wishes() {
    var avoided = new HashSet<ResponderId>();
    for (int n = random.nextInt(6); n > 0; n--) {
      avoided.add(one(staff));
    }
    return new Contact.Wishes(
        random.nextInt(3) == 0 ? Set.of(one(List.of(Gender.values()))) : Set.of(),
        random.nextInt(3) == 0,
        new Contact.Avoided(
            avoided, random.nextInt(3) == 0 ? Set.of(one(RandomTables.COMMUNITIES)) : Set.of()));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
