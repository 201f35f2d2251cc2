package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.correction.Corrections.By;
import org.havenline.offer.Offer;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.InForce;
import org.havenline.tables.Switches;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whom the server asks, when the table says to ask several at once.
class TogetherIT extends LineTest {
  private static final String HER = "+12025550101";
  private static final String HOLA = "hola, tengo una pregunta para ustedes";
  private static final String STEP = "offer: {language: any-level}";
  private static final Path TABLE = Path.of("src/test/resources/org/havenline/queue/together.yaml");

  @Test
  void asManyAsTheTableSaysAreAskedAtOnceTheLongestIdleOfThem() {
    ruledBy("language: contact, ask: 3", "0s", STEP);
    onDuty("dora", "ana", "carla", "berta", "erik");
    var contact = line.receive("SM1", HER, HOLA);

    line.asking.askAll();

    assertThat(asked(contact)).containsExactly("ana", "carla", "dora");
    assertThat(line.contact(contact).offered().orElseThrow().reasons().values())
        .allSatisfy(reasons -> assertThat(reasons).contains("writes Spanish, which you speak"));
  }

  @Test
  void oneIsAskedWhereTheTableSaysOneOrNothing() {
    for (var rule : List.of("language: contact, ask: 1", "language: contact")) {
      line.redis.call("FLUSHALL");
      ruledBy(rule, "0s", STEP);
      onDuty("ana", "berta");
      var contact = line.receive("SM1", HER, HOLA);
      line.asking.askAll();
      assertThat(asked(contact)).containsExactly("ana");
    }
  }

  @Test
  void contactBehindHerIsOfferedToThoseWhoAreLeftAndNobodyBeyondHerCapacity() {
    ruledBy("language: contact, ask: 3", "0s", STEP);
    onDuty("ana", "berta", "carla", "dora");
    var first = line.receive("SM1", HER, HOLA);
    var second = line.receive("SM2", "+12025550102", HOLA);
    var third = line.receive("SM3", "+12025550103", HOLA);

    line.asking.askAll();

    assertThat(asked(first)).containsExactly("ana", "berta", "carla");
    assertThat(asked(second)).containsExactly("dora");
    assertThat(asked(third)).isEmpty();

    assertThat(line.offers.accept(offer(first), new ResponderId("berta"))).isTrue();
    line.asking.askAll();
    assertThat(asked(third)).as("those who are free again").containsExactly("ana", "carla");
  }

  @Test
  void stepRaisesHowManyAreAskedFromTheNextOfferOn() {
    ruledBy("language: contact", "0s", "offer: {ask: 2}");
    onDuty("ana");
    var contact = line.receive("SM1", HER, HOLA);
    line.asking.askAll();
    assertThat(asked(contact)).containsExactly("ana");
    line.escalation.step(contact);
    assertThat(asked(contact)).as("an offer is not changed").containsExactly("ana");

    line.offers.decline(offer(contact), new ResponderId("ana"));
    onDuty("berta", "carla", "dora");
    line.asking.askAll();

    assertThat(asked(contact)).containsExactly("berta", "carla");
  }

  @Test
  void whoDeclinedIsAskedAgainOnlyWhenThereIsNobodyElse() {
    ruledBy("language: contact, ask: 2", "0s", STEP);
    onDuty("ana", "berta", "carla");
    var contact = line.receive("SM1", HER, HOLA);
    line.asking.askAll();
    assertThat(asked(contact)).containsExactly("ana", "berta");
    line.offers.decline(offer(contact), new ResponderId("ana"));
    line.asking.askAll();
    assertThat(asked(contact)).as("nobody is asked in her stead").containsExactly("berta");
    line.offers.decline(offer(contact), new ResponderId("berta"));

    line.asking.askAll();
    assertThat(asked(contact)).containsExactly("carla");
    line.offers.decline(offer(contact), new ResponderId("carla"));
    line.asking.askAll();
    assertThat(asked(contact)).as("all of them only just now").isEmpty();
    clock.move(Duration.ofSeconds(30));
    onDuty("ana", "berta", "carla");
    line.asking.askAll();
    assertThat(asked(contact)).hasSize(2);
  }

  @Test
  void roundThatNeedsAnInterpreterAsksOnePairAtATime() {
    ruledBy("language: contact, ask: 3", "0s", "interpreter: working");
    onDuty("erik", "frank");
    var contact = line.receive("SM1", HER, HOLA);
    line.asking.askAll();
    assertThat(asked(contact)).isEmpty();

    line.escalation.step(contact);
    line.asking.askAll();

    assertThat(asked(contact)).containsExactly("erik");
    assertThat(line.contact(contact).escalated().interpreter()).contains("almaz");
    assertThat(line.offers.decline(offer(contact), new ResponderId("erik"))).isTrue();
    line.asking.askAll();
    assertThat(asked(contact)).containsExactly("frank");
  }

  @Test
  void whoSpeaksHerLanguageIsNotAskedTogetherWithThoseWhoDoNot() {
    ruledBy("language: any, ask: 3", "0s", STEP);
    onDuty("erik", "ana", "frank");
    var contact = line.receive("SM1", HER, HOLA);

    line.asking.askAll();
    assertThat(asked(contact)).containsExactly("ana");
    line.offers.decline(offer(contact), new ResponderId("ana"));
    line.asking.askAll();
    assertThat(asked(contact)).containsExactly("erik", "frank");
  }

  @Test
  void whoAnsweredHerBeforeIsAskedBeforeTheOthers() {
    ruledBy("language: contact, ask: 3", "20s", STEP);
    onDuty("ana", "berta", "carla");
    var before = line.receive("SM1", HER, HOLA);
    line.asking.askAll();
    var owned = offer(before);
    line.offers.accept(owned, new ResponderId("berta"));
    line.conversations.close(before, new ResponderId("berta"), owned.epoch(), "test", "");

    var contact = line.receive("SM2", HER, HOLA);
    line.asking.askAll();

    assertThat(asked(contact)).containsExactly("berta");
  }

  @Test
  void bestByTheOrderOfAChoiceAreAskedTogether() {
    ruledBy("language: contact, ask: 2, choice: {first: [rank asc]}", "0s", STEP);
    onDuty("dora", "carla", "berta", "ana");
    var contact = line.receive("SM1", HER, HOLA);

    line.asking.askAll();

    // ana is 1, carla and berta are 2, dora is 3
    assertThat(asked(contact)).containsExactly("ana", "carla");
  }

  /// What changes about a contact while several are asked.
  enum Change {
    CORRECTED,
    WISHED,
    WROTE_OF_DANGER,
    MOVED,
    TURNED_OVER
  }

  @ParameterizedTest
  @EnumSource
  void whatChangesADecisionWithdrawsAllOffersAndSheIsAskedAboutAnewAtOnce(Change change) {
    ruledBy("language: contact, ask: 3", "0s", "move: {head-start: 1m}");
    onDuty("ana", "berta", "carla");
    var contact = line.receive("SM1", HER, HOLA);
    line.asking.askAll();
    var before = offer(contact);
    assertThat(asked(contact)).hasSize(3);
    line.offers.decline(before, new ResponderId("carla"));

    make(change, contact);

    assertThat(line.contact(contact).state()).isEqualTo(ContactState.QUEUED);
    for (var one : List.of("ana", "berta", "carla")) {
      assertThat(line.offers.accept(before, new ResponderId(one))).isFalse();
      assertThat(line.redis.call("HKEYS", Line.KEYS.of("holds:" + one)).texts()).isEmpty();
    }
    assertThat(line.presence.onDuty()).hasSize(3);
    assertThat(line.contact(contact).place().asked()).containsExactly(new ResponderId("carla"));
    assertThat(line.brokenInvariants()).isEmpty();
    line.asking.askAll();
    assertThat(asked(contact)).containsExactly("ana", "berta");
    assertThat(offer(contact).epoch()).isGreaterThan(before.epoch());
  }

  private void make(Change change, ContactId contact) {
    switch (change) {
      case CORRECTED ->
          line.corrections.risk(
              contact,
              new By(new ResponderId("ana"), true),
              org.havenline.routingconfig.RiskLevel.ELEVATED);
      case WISHED ->
          line.wishes.note(
              contact,
              Optional.empty(),
              new Contact.Wishes(Set.of(), true, Contact.Avoided.NOBODY));
      case WROTE_OF_DANGER -> line.receive("SM2", HER, "me van a matar esta noche, ayuda");
      case MOVED -> line.escalation.step(contact);
      case TURNED_OVER -> {
        var usual = new Switches(Mode.NORMAL, Map.of());
        line.tables =
            Tables.of(new InForce(new Ruling(1, 1), line.tables.whole(), usual), Line.KEYS.line());
        line.turnover.rule(line.tables, Mode.NORMAL, false);
        line.turnover.turn(contact, line.tables);
      }
    }
  }

  @Test
  void anotherMessageOfHersWithdrawsNothing() {
    ruledBy("language: contact, ask: 3", "0s", STEP);
    onDuty("ana", "berta");
    var contact = line.receive("SM1", HER, HOLA);
    line.asking.askAll();

    line.receive("SM2", HER, HOLA);

    assertThat(asked(contact)).containsExactly("ana", "berta");
  }

  /// @param rule what it says besides
  /// @param step the first of the escalation
  private void ruledBy(String rule, String knownFirst, String step) {
    var spanish = "name: X, roles: [responder], languages: {es: native}, capacity: {sms: 1}";
    var english = spanish.replace("{es:", "{en:");
    var yaml =
        table()
            .formatted(
                knownFirst, rule, step, spanish, spanish, spanish, spanish, english, english);
    line.tables =
        switch (RoutingTables.read(
            TableFiles.of(new TreeMap<>(Map.of("all.yaml", yaml))), Set.of("waiting"))) {
          case Reading.Sound(var tables) -> Tables.of(tables, "demo");
          case Reading.Faulty(var findings) -> throw new AssertionError(findings);
        };
  }

  private static String table() {
    try {
      return Files.readString(TABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first of them is idle for the longest time.
  private void onDuty(String... ids) {
    for (var id : ids) {
      clock.move(Duration.ofSeconds(1));
      line.presence.available(new ResponderId(id));
    }
  }

  private List<String> asked(ContactId contact) {
    return line.contact(contact).offered().stream()
        .flatMap(offered -> offered.reasons().keySet().stream())
        .map(ResponderId::value)
        .sorted()
        .toList();
  }

  private Offer offer(ContactId contact) {
    return new Offer(contact, line.contact(contact).epoch());
  }
}
