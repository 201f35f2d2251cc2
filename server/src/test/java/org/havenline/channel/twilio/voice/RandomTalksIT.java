package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.privacy.KeyFolder;
import org.havenline.routingconfig.line.TalkRules.Supervision;
import org.havenline.simulator.voice.Description;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

/// Everybody does anything to a talk at any moment, and Twilio fails.
class RandomTalksIT extends LineTest {
  private static final List<ResponderId> STAFF =
      List.of(new ResponderId("oksana"), new ResponderId("ruth"), new ResponderId("miriam"));

  private static final List<Way> WAYS = List.of(Way.JOIN, Way.LISTEN, Way.WHISPER);

  /// The longest without a word, when the report of an end was lost: until she is asked after.
  private static final Duration LONGEST_ALONE = Duration.ofSeconds(100);

  /// `-Dtalks.schedules=1000` for more of them.
  @Test
  void nobodyIsEverHeardByWhomNobodyWantedNorLeftAloneNorCutOff() throws IOException {
    int many = Integer.getInteger("talks.schedules", 3);
    long first = Long.getLong("talks.seed", 1);
    int done = 0;
    int guests = 0;
    var alone = Duration.ZERO;
    var described = Description.find();
    for (long seed = first; seed < first + many; seed++) {
      line.redis.call("FLUSHALL");
      var random = new SplittableRandom(seed);
      var world = world(seed, random, line.keyFiles);
      var at = new RandomParties(random);
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        world.calls(at.number(), at.caller());
      }
      for (int i = 0; i < 40; i++) {
        world.time.pass(Duration.ofMillis(500 + random.nextInt(10_000)));
        for (var contact : line.contacts.open()) {
          done += deed(world.rooms.deeds(), contact, random) == Deeds.Outcome.DONE ? 1 : 0;
        }
      }
      world.time.pass(RandomParties.LONGEST);
      world.time.pass(Duration.ofMinutes(2));
      assertThat(world.broken()).as("seed " + seed).isEmpty();
      assertThat(asked(described, world)).as("seed " + seed).isEmpty();
      var silence = Silences.longest(world.twilio);
      assertThat(silence).as("alone, seed " + seed).isLessThanOrEqualTo(LONGEST_ALONE);
      alone = silence.compareTo(alone) > 0 ? silence : alone;
      guests += line.redis.call("KEYS", "*:guest:*").texts().size();
    }
    System.out.printf(
        "talks: %d random schedules from seed %d, %d deeds, %d third parties, nothing broken,"
            + " nobody alone for longer than %d s%n",
        many, first, done, guests, alone.toSeconds());
    assertThat(done).isPositive();
  }

  /// What Twilio's description says is wrong with what was asked; where it lies beside the project.
  private static List<String> asked(Optional<Description> described, CallWorld world) {
    return described.map(one -> one.faults(world.twilio.rest().exchanges())).orElseGet(List::of);
  }

  private CallWorld world(long seed, RandomGenerator random, KeyFolder keys) {
    var at = new RandomParties(random);
    var world =
        new CallWorld(
            line,
            keys,
            new CallWorld.Weather(
                seed,
                1 + random.nextInt(5),
                new Disorder(Duration.ofSeconds(random.nextInt(8)), 0.3, random.nextInt(2) * 0.1),
                _ -> RandomParties.trouble(random),
                UnaryOperator.identity()),
            _ -> random.nextInt(4) == 0 ? at.responder() : takes(random));
    line.tables =
        TalkTables.given(
            line.tables, random.nextBoolean() ? Supervision.ANNOUNCED : Supervision.SILENT);
    return world.onDuty("oksana", "ruth", "miriam");
  }

  /// One who takes what comes, and hangs up at some time.
  private static Party takes(RandomGenerator random) {
    return Script.picksUp(Duration.ofMillis(500 + random.nextInt(8_000)))
        .hearing("Press 1", phone -> phone.press(Duration.ofMillis(1 + random.nextInt(3_000)), "1"))
        .hangUp(Duration.ofMillis(20_000 + random.nextInt(150_000)));
  }

  private static Deeds.Outcome deed(Deeds deeds, Contact contact, RandomGenerator random) {
    var owner = contact.responder();
    if (owner.isEmpty() || contact.state() != ContactState.CONNECTED) {
      return Deeds.Outcome.NOBODY;
    }
    var who = owner.get();
    var id = contact.id();
    var other = STAFF.get(random.nextInt(STAFF.size()));
    return switch (random.nextInt(12)) {
      case 0, 1 -> deeds.hold(who, id, random.nextBoolean());
      case 2 -> deeds.mute(who, id, random.nextBoolean());
      case 3, 4 -> deeds.interpreter(who, id);
      case 5 -> deeds.emergency(who, id);
      case 6 -> deeds.pass(who, id, other, Way.COLD);
      case 7 -> deeds.pass(who, id, other, Way.WARM);
      case 8 -> deeds.complete(who, id);
      case 9 -> deeds.supervise(other, id, WAYS.get(random.nextInt(3)));
      case 10 ->
          deeds.state(contact).stream()
              .flatMap(state -> state.guests().stream())
              .map(one -> deeds.dismiss(who, one.guest().id()))
              .findFirst()
              .orElse(Deeds.Outcome.NOBODY);
      default -> random.nextInt(4) == 0 ? deeds.passToQueue(who, id) : Deeds.Outcome.NOBODY;
    };
  }
}
