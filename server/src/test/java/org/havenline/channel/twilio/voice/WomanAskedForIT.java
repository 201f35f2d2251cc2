package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.contact.Contact;
import org.havenline.offer.Offer;
import org.havenline.routingconfig.Gender;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Heard;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.testing.Line;
import org.havenline.testing.Telephones;
import org.junit.jupiter.api.Test;

/// Who asks for a woman is answered by one: judged by the telephones that ring for her, and by whom
/// she hears.
class WomanAskedForIT extends SimulatedCalls {
  private static final List<String> MEN = List.of("oksana", "tomas", "amara");
  private static final List<String> WOMEN = List.of("ruth", "nadia", "lucia");

  private void withMen() {
    line.tables = Telephones.men(line.tables, MEN);
    for (var one : MEN) {
      has(one, takes());
    }
  }

  @Test
  void onlyWomenAreRungFromTheMomentSheAsks() {
    line.tables = Telephones.men(line.tables, MEN);
    MEN.forEach(man -> has(man, Script.neverAnswers()));
    var call = world.calls("+12025550123", asking("en").apply(MINUTE.multipliedBy(4)));
    world.time.pass(MINUTE);
    assertThat(world.twilio.ledger().heardBy(call.sid()))
        .contains(Caller.words("callAsked", "en", 0));
    for (var man : MEN) {
      phones.put(world.phone(man), takes());
    }
    world.time.pass(MINUTE);
    has("ruth", takes());
    world.time.pass(MINUTE);
    assertThat(world.partners(call)).containsExactly("ruth");
    assertThat(menRung(world, call)).isEmpty();
  }

  private static Function<Duration, Caller> asking(String language) {
    return stays -> Caller.speaking(language, stays).wanting("callWoman");
  }

  @Test
  void whoIsRungForHerWhenSheAsksIsRungNoMore() {
    withMen();
    phones.put(
        world.phone("oksana"),
        Script.picksUp(Duration.ofSeconds(29))
            .hearing("Press 1", phone -> phone.press(Duration.ofSeconds(1), "1")));
    var call = world.calls(HERS, asking("uk").apply(MINUTE.multipliedBy(3)));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(world.partners(call)).isEmpty();
    assertThat(call.ended()).isEmpty();
    assertThat(world.contact(call).wishes().genders()).containsExactly(Gender.WOMAN);
  }

  @Test
  void aManWhoHadTakenHerCallAtHisDeskIsNotPutThrough() {
    withMen();
    phones.put(world.phone("oksana"), Script.picksUp(Duration.ofSeconds(28)));
    var call = world.calls(HERS, asking("uk").apply(MINUTE.multipliedBy(3)));
    world.time.pass(Duration.ofSeconds(12));
    var contact = world.contact(call);
    assertThat(
            line.offers.accept(
                new Offer(contact.id(), contact.epoch()),
                contact.offered().orElseThrow().reasons().keySet().iterator().next()))
        .isTrue();
    world.time.pass(MINUTE);
    assertThat(world.partners(call)).isEmpty();
    assertThat(world.contact(call).responder()).isEmpty();
  }

  /// `-Dcalls.women=1000` for a thousand of them.
  @Test
  void whateverHappensEveryTelephoneThatRingsForHerIsAWomans() {
    int many = Integer.getInteger("calls.women", 3);
    long first = Long.getLong("calls.seed", 1);
    int rung = 0;
    int talks = 0;
    for (long seed = first; seed < first + many; seed++) {
      line.redis.call("FLUSHALL");
      var random = new SplittableRandom(seed);
      var parties = new RandomParties(random);
      var one =
          new CallWorld(
              line,
              line.keyFiles,
              new CallWorld.Weather(
                  seed,
                  1 + random.nextInt(5),
                  new Disorder(Duration.ofSeconds(random.nextInt(8)), 0.3),
                  _ -> RandomParties.trouble(random),
                  UnaryOperator.identity()),
              _ -> parties.responder());
      line.tables = Telephones.men(line.tables, MEN);
      line.tables = Telephones.inTheBrowser(line.tables, "oksana", "amara", "ruth", "lucia");
      one.onDuty(MEN.toArray(String[]::new)).onDuty(WOMEN.toArray(String[]::new));
      var calls = new ArrayList<Call>();
      for (int i = 0; i < 3; i++) {
        var language = List.of("en", "es", "uk", "fr").get(random.nextInt(4));
        var stays = Duration.ofSeconds(60 + random.nextInt(150));
        calls.add(
            one.calls(parties.number(), i == 0 ? parties.caller() : asking(language).apply(stays)));
        one.time.pass(Duration.ofMillis(random.nextInt(10_000)));
      }
      one.time.pass(RandomParties.LONGEST);
      one.shift.ends();
      one.time.pass(MINUTE.multipliedBy(3));
      assertThat(one.broken()).as("seed " + seed).isEmpty();
      for (var call : calls) {
        assertThat(menRung(one, call)).as("seed " + seed).isEmpty();
        rung += askedAt(one, call).isPresent() ? legs(one, call).size() : 0;
        talks += one.partners(call).size();
      }
    }
    System.out.printf(
        "a woman asked for: %d seeds from %d, %d telephones rung, %d talks, no man for who asked%n",
        many, first, rung, talks);
    assertThat(talks).isPositive();
  }

  /// Men whose telephones rang for her after she had asked, or with whom she talked then.
  private static List<String> menRung(CallWorld world, Call call) {
    var asked = askedAt(world, call);
    if (asked.isEmpty()) {
      return List.of();
    }
    var rung =
        legs(world, call).stream()
            .filter(leg -> leg.at().isAfter(asked.get()))
            .map(leg -> leg.responder().value());
    var heard =
        world.twilio.ledger().talks().stream()
            .filter(talk -> talk.listener().equals(call.sid()) && talk.from().isAfter(asked.get()))
            .flatMap(talk -> world.twilio.call(talk.speaker()).stream())
            .map(leg -> Telephones.owner(world.line, leg.record().to()));
    return Stream.concat(rung, heard).filter(MEN::contains).toList();
  }

  /// When she was told that a woman is asked.
  private static Optional<Instant> askedAt(CallWorld world, Call call) {
    var words =
        List.of("en", "es", "uk", "fr").stream()
            .map(language -> Caller.words("callAsked", language, 0))
            .toList();
    return world.twilio.ledger().heard().stream()
        .filter(heard -> heard.call().equals(call.sid()) && words.contains(heard.sound().words()))
        .map(Heard::from)
        .findFirst();
  }

  private static List<Leg> legs(CallWorld world, Call call) {
    var line = world.line;
    return new Legs(line.redis, Line.KEYS, line.pseudonyms, () -> {}, line.clock)
        .of(new CallId(call.sid()));
  }

  /// A server that forgets what she asked for would be seen.
  @Test
  void aManWhoIsRungWouldBeFound() {
    withMen();
    phones.put(world.phone("oksana"), Script.neverAnswers());
    var call = world.calls(HERS, asking("uk").apply(MINUTE.multipliedBy(4)));
    world.time.pass(Duration.ofSeconds(35));
    assertThat(askedAt(world, call)).isPresent();
    var contact = world.contact(call);
    line.wishes.note(contact.id(), Optional.empty(), Contact.Wishes.NONE);
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(menRung(world, call)).isNotEmpty();
  }
}
