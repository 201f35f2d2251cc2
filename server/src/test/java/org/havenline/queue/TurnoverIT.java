package org.havenline.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.havenline.contact.ContactId;
import org.havenline.contact.journal.Ruling;
import org.havenline.escalation.Deeds;
import org.havenline.escalation.Escalation;
import org.havenline.escalation.Letters;
import org.havenline.offer.Asked;
import org.havenline.offer.Offer;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.InForce;
import org.havenline.tables.Switches;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who waits when other tables come in force.
class TurnoverIT extends LineTest {
  private static final String HER = "+12025550101";
  private static final String HOLA = "Hola, me gustaría hablar con alguien esta tarde";
  private static final Switches USUAL = new Switches(Mode.NORMAL, Map.of());

  private final AtomicReference<Tables> inForce = new AtomicReference<>();

  @SuppressWarnings("NullAway.Init") // before each test
  private Turnover turnover;

  @SuppressWarnings("NullAway.Init") // before each test
  private Escalation escalation;

  @BeforeEach
  void build() {
    inForce.set(line.tables);
    turnover = new Turnover(line.redis, Line.KEYS, inForce::get, () -> {}, clock);
    var letters =
        new Letters(
            inForce::get,
            line.transcripts,
            line.envelopes,
            line.pseudonyms,
            (_, key, _) -> Optional.of(key));
    escalation =
        new Escalation(
            line.redis,
            Line.KEYS,
            inForce::get,
            turnover,
            line.contacts,
            new Deeds(letters, new OnHand(new Board(line.redis, Line.KEYS))),
            Duration.ofMinutes(10),
            clock);
  }

  @AfterEach
  void close() {
    turnover.close();
  }

  @Test
  void whoWaitsIsPlacedByTheNewRulesInHerOldPlace() {
    var first = line.receive("SM1", HER, HOLA);
    var second = line.receive("SM2", "+12025550102", HOLA);
    var places = places();

    publish(1, tables("- id: everyone ", "- id: everybody "), USUAL);

    assertThat(places()).isEqualTo(places);
    assertThat(waiting()).containsExactly(first.value(), second.value());
    assertThat(line.contact(first).place().rule()).isEqualTo("everybody");
    assertThat(field(first, "version")).contains("1");
    assertThat(line.events.after(0, 100))
        .filteredOn(event -> event.type().equals("tables.changed"))
        .singleElement()
        .satisfies(event -> assertThat(event.field("version")).contains("1"));
  }

  @Test
  void smallerHeadStartMovesNobodyBackAndALargerOneMovesForward() {
    var id = line.receive("SM1", HER, HOLA);
    var before = line.contact(id).place().virtualArrival();

    publish(1, tables("elevated: 5m, standard: 0s", "elevated: 5m, standard: 3m"), USUAL);
    var forward = line.contact(id).place().virtualArrival();
    assertThat(forward).isEqualTo(before - 180_000);

    publish(2, shipped(), USUAL);
    assertThat(line.contact(id).place().virtualArrival()).isEqualTo(forward);
  }

  @Test
  void choiceMadeByOtherTablesThanSheIsPlacedByIsRefused() {
    var id = line.receive("SM1", HER, HOLA);
    line.presence.available(LUCIA);
    publish(2, shipped(), USUAL);

    assertThat(offer(id, Ruling.NONE)).as("by older ones").isEmpty();
    assertThat(offer(id, new Ruling(3, 3))).as("by newer ones").isEmpty();
    var offer = offer(id, new Ruling(2, 2));
    assertThat(offer).isPresent();
    assertThat(field(id, "offered-by")).contains("2");
    assertThat(line.offers.accept(offer.orElseThrow(), LUCIA)).isTrue();
  }

  @Test
  void offerThatIsOpenCanStillBeTakenAndIsTurnedOver() {
    var id = line.receive("SM1", HER, HOLA);
    var offer = offerTo(LUCIA, id);

    publish(1, tables("- id: everyone ", "- id: everybody "), USUAL);

    assertThat(line.contact(id).place().rule()).isEqualTo("everybody");
    assertThat(field(id, "offered-by")).contains("0");
    assertThat(line.offers.accept(offer, LUCIA)).isTrue();
  }

  @Test
  void nodeThatIsBehindDecidesNothing() {
    var id = line.receive("SM1", HER, HOLA);
    publish(2, shipped(), USUAL);
    var behind = Tables.of(new InForce(new Ruling(1, 1), shipped(), USUAL), Line.KEYS.line());

    turnover.turn(id, behind);
    turnover.rule(behind, Mode.NORMAL, false);

    assertThat(field(id, "ruled")).contains("2");
    assertThat(line.redis.call("GET", Line.KEYS.of("ruled")).text()).isEqualTo("2");
  }

  @Test
  void stepThatIsOverdueByTheNewTablesFollowsAtOnceAndNobodyIsToldTwice() {
    var id = line.receive("SM1", HER, HOLA);
    clock.move(Duration.ofSeconds(61));
    escalation.step(id);
    assertThat(sent("automatic")).isEqualTo(1);
    clock.move(Duration.ofSeconds(40));

    // pages after a minute and a half instead of five, and tells once more
    publish(
        1,
        tables(
            """
                  - after: 60s
                    tell: waiting
                  - after: 2m
                    offer: {language: any-level}
            """,
            """
                  - after: 80s
                    tell: waiting
                  - after: 90s
                    page: supervisor-on-call
            """),
        USUAL);

    assertThat(due(id)).isLessThanOrEqualTo(clock.millis());
    escalation.step(id);
    escalation.step(id);
    assertThat(sent("automatic")).isEqualTo(1);
    assertThat(sent("page")).isEqualTo(1);
    assertThat(due(id)).isGreaterThan(clock.millis());
  }

  @Test
  void whatWasDoneIsNotDoneAgainUnderTheSameEscalation() {
    var id = line.receive("SM1", HER, HOLA);
    clock.move(Duration.ofMinutes(6));
    for (int i = 0; i < 4; i++) {
      escalation.step(id);
    }
    assertThat(line.contact(id).place().step()).isEqualTo(4);
    long due = due(id);

    publish(1, tables("offer-timeout: 45s", "offer-timeout: 20s"), USUAL);

    assertThat(line.contact(id).place().step()).isEqualTo(4);
    assertThat(due(id)).isEqualTo(due);
    assertThat(sent("page")).isEqualTo(1);
  }

  @Test
  void stepThatCameToNothingIsNotTriedAgainOncePeopleOnCallKnowOfHer() {
    var id = line.receive("SM1", HER, HOLA);
    clock.move(Duration.ofMinutes(6));
    for (int i = 0; i < 4; i++) {
      escalation.step(id);
    }
    // as if the first step could not text her
    line.redis.call("HDEL", Line.KEYS.contact(id), "told");

    publish(1, tables("offer-timeout: 45s", "offer-timeout: 20s"), USUAL);

    assertThat(line.contact(id).place().step()).isEqualTo(4);
  }

  @Test
  void whileTheLineIsDownSheIsToldAndPeopleOnCallArePagedAtOnce() {
    var id = line.receive("SM1", HER, HOLA);

    publish(1, shipped(), new Switches(Mode.NORMAL, Map.of(Line.KEYS.line(), "")));
    escalation.step(id);
    escalation.step(id);

    assertThat(sent("automatic")).isEqualTo(1);
    assertThat(sent("page")).isEqualTo(1);
    publish(2, shipped(), USUAL);
    assertThat(due(id))
        .as("up again: the page of five minutes is still to come")
        .isGreaterThan(clock.millis());
  }

  @Test
  void rulesMayAskForTheMode() {
    var id = line.receive("SM1", HER, HOLA);
    var surge = tables("        when: minor\n", "        when: mode >= SURGE\n");

    publish(1, surge, USUAL);
    assertThat(line.contact(id).place().rule()).isEqualTo("everyone");
    publish(2, surge, new Switches(Mode.SURGE, Map.of()));
    assertThat(line.contact(id).place().rule()).isEqualTo("minor");
  }

  /// As a node does that sees it in force, and without waiting for its thread.
  private void publish(long stamp, RoutingTables tables, Switches switches) {
    var next = Tables.of(new InForce(new Ruling(stamp, stamp), tables, switches), Line.KEYS.line());
    inForce.set(next);
    turnover.rule(next, switches.mode(), !switches.down().isEmpty());
    line.contacts.open().forEach(contact -> turnover.turn(contact.id(), next));
  }

  private Optional<Offer> offer(ContactId id, Ruling by) {
    return line.offers.offer(
        id,
        line.contact(id).epoch(),
        List.of(new Asked(LUCIA, 3, List.of())),
        Duration.ofSeconds(30),
        Optional.empty(),
        Welfare.NO_LIMIT,
        by);
  }

  private List<String> waiting() {
    return line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1).texts();
  }

  private List<String> places() {
    return line.redis.call("ZRANGE", Line.KEYS.of("waiting"), 0, -1, "WITHSCORES").texts();
  }

  private long due(ContactId id) {
    return Double.valueOf(line.redis.call("ZSCORE", Line.KEYS.of("timers"), "step|" + id).text())
        .longValue();
  }

  private Optional<String> field(ContactId id, String name) {
    return line.contacts.field(id, name).map(bytes -> new String(bytes, UTF_8));
  }

  /// Messages that were sent by nobody's hand.
  private long sent(String by) {
    return line.redis.call("KEYS", Line.KEYS.of("message:*")).texts().stream()
        .filter(key -> line.redis.call("HGET", key, "by").text().equals(by))
        .count();
  }

  private static RoutingTables shipped() {
    return tables("no such word", "");
  }

  private static RoutingTables tables(String from, String to) {
    var all = new TreeMap<String, byte[]>();
    TableFiles.shipped()
        .files()
        .forEach((name, bytes) ->
            all.put(name, new String(bytes, UTF_8).replace(from, to).getBytes(UTF_8)));
    return switch (RoutingTables.read(new TableFiles(all), Set.of("waiting"))) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw new IllegalStateException(findings.toString());
    };
  }
}
