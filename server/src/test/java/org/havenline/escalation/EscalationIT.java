package org.havenline.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.ContactId;
import org.havenline.contact.MessageId;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.conversation.Message;
import org.havenline.offer.Asked;
import org.havenline.offer.Offer;
import org.havenline.queue.Board;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each kind of step, on the store, at moments a test chooses.
class EscalationIT extends LineTest {
  private static final String HER = "+12025550101";
  private static final ResponderId RUTH = new ResponderId("ruth");

  @TempDir private Path folder;

  @Test
  void overduePagesAfterAnOutageAreOne() throws IOException {
    var escalation =
        escalation(
            "after: 1m, tell: waiting",
            "after: 2m, page: boss",
            "after: 3m, 'offer': {language: any}",
            "after: 4m, page: boss",
            "after: 5m, page: other",
            "after: 6m, page: boss");
    var id = line.receive("SM1", HER, "hola");
    clock.move(Duration.ofHours(1));
    for (int i = 0; i < 6; i++) {
      escalation.step(id);
    }
    assertThat(pages(id)).as("one of each entry").isEqualTo(2);
    assertThat(line.contact(id).escalated().did()).isEqualTo("page");
    assertThat(line.contact(id).place().step()).isEqualTo(6);

    clock.move(Duration.ofMinutes(2));
    escalation.step(id);
    assertThat(pages(id)).as("and it goes on").isEqualTo(3);
  }

  @Test
  void sheIsToldThatItMayTakeLongerOnlyWhenNobodyOnDutyMayAnswerHer() throws IOException {
    var escalation = escalation("after: 1m, tell: waiting", "after: 2m, page: boss");
    var alone = line.receive("SM1", HER, "hola, tengo una pregunta para ustedes");
    clock.move(Duration.ofMinutes(1));
    escalation.step(alone);
    assertThat(automatic(alone)).containsExactly("es waitingLong {}");

    line.presence.available(LUCIA);
    var other = line.receive("SM2", "+12025550102", "hola, tengo una pregunta para ustedes");
    clock.move(Duration.ofMinutes(1));
    line.presence.available(LUCIA);
    escalation.step(other);
    assertThat(automatic(other)).containsExactly("es waiting {}");
  }

  @Test
  void partnerTakesHerOnlyWhenItCanAndSheGetsItsNumber() throws IOException {
    var escalation =
        escalation(
            "after: 1m, tell: waiting",
            "after: 2m, partner: {line: ukrainian, tell: partner}",
            "after: 3m, partner: {line: closed, tell: partner}",
            "after: 4m, page: boss",
            "after: 5m, partner: {line: spanish, tell: partner}");
    var id = line.receive("SM1", HER, "hola, tengo una pregunta para ustedes");
    clock.move(Duration.ofMinutes(10));
    escalation.step(id);
    escalation.step(id);
    assertThat(line.contact(id).escalated().did()).isEqualTo("partner-none");
    escalation.step(id);
    assertThat(line.contact(id).escalated().did()).isEqualTo("partner-none");
    escalation.step(id);
    escalation.step(id);

    var contact = line.contact(id);
    assertThat(contact.escalated().did()).isEqualTo("partner");
    assertThat(contact.escalated().partner()).contains("spanish");
    assertThat(contact.state()).as("still seen").hasToString("QUEUED");
    assertThat(automatic(id))
        .containsExactly("es waitingLong {}", "es partner {phone=+34910000000}");
    assertThat(events("contact.escalated")).anyMatch(event -> event.contains("spanish"));

    clock.move(Duration.ofMinutes(2));
    escalation.step(id);
    assertThat(pages(id)).as("people on call still hear of her").isEqualTo(2);
  }

  @Test
  void promiseIsListedPagesWhenDueAndIsKeptWhenSheIsAnsweredAndClosed() throws IOException {
    var escalation = escalation("after: 1m, call-back: {within: 1h, page: boss, tell: callBack}");
    var callBacks = callBacks();
    var id = line.receive("SM1", HER, "hola, tengo una pregunta para ustedes");
    clock.move(Duration.ofMinutes(1));
    escalation.step(id);
    assertThat(automatic(id)).containsExactly("es callBack {}");
    var due = clock.instant().plus(Duration.ofHours(1));
    assertThat(line.contact(id).escalated().callBack()).contains(due);
    assertThat(promises()).containsExactly(id.value());

    callBacks.due(id);
    assertThat(pages(id)).as("not due yet").isZero();
    clock.move(Duration.ofHours(1));
    callBacks.due(id);
    callBacks.due(id);
    assertThat(pages(id)).as("once, whatever other nodes do").isEqualTo(1);
    clock.move(Duration.ofMinutes(2));
    callBacks.due(id);
    assertThat(pages(id)).isEqualTo(2);

    var offer = connect(LUCIA, id);
    clock.move(Duration.ofMinutes(2));
    callBacks.due(id);
    assertThat(pages(id)).as("somebody is with her").isEqualTo(2);
    assertThat(promises()).containsExactly(id.value());
    line.conversations.close(id, LUCIA, offer.epoch(), "supported", "");
    assertThat(promises()).isEmpty();
    assertThat(line.redis.call("ZRANGE", Line.KEYS.of("timers"), 0, -1).texts())
        .noneMatch(timer -> timer.startsWith("call-back"));
  }

  @Test
  void moveTreatsHerAsIfSheHadComeEarlierAndNeverPutsHerBack() throws IOException {
    var escalation =
        escalation(
            "after: 1m, move: {head-start: 2h}",
            "after: 2m, move: {head-start: 1h}",
            "after: 3m, tell: waiting",
            "after: 4m, page: boss");
    var id = line.receive("SM1", HER, "hola");
    var arrived = line.contact(id).arrived();
    clock.move(Duration.ofMinutes(2));
    escalation.step(id);
    assertThat(place(id)).isEqualTo(arrived.minus(Duration.ofHours(2)).toEpochMilli());
    escalation.step(id);
    assertThat(place(id)).isEqualTo(arrived.minus(Duration.ofHours(2)).toEpochMilli());
    assertThat(line.contact(id).escalated().did()).isEqualTo("move");
  }

  private long place(ContactId id) {
    var place = line.contact(id).place().virtualArrival();
    assertThat(line.redis.call("ZSCORE", Line.KEYS.of("waiting"), id).text())
        .isEqualTo(Long.toString(place));
    return place;
  }

  @Test
  void interpreterStepSaysWhetherSomebodyIsThere() throws IOException {
    var escalation =
        escalation(
            "after: 1m, interpreter: fluent",
            "after: 2m, interpreter: fluent",
            "after: 3m, tell: waiting",
            "after: 4m, page: boss");
    var id = line.receive("SM1", HER, "hola, tengo una pregunta para ustedes");
    clock.move(Duration.ofMinutes(3));
    escalation.step(id);
    assertThat(line.contact(id).escalated().did()).isEqualTo("interpreter-none");
    line.presence.available(LUCIA);
    escalation.step(id);
    assertThat(line.contact(id).escalated().did()).isEqualTo("interpreter");
  }

  @Test
  void interpreterIsKeptForOneContactAndFreedWithIt() {
    var first = line.receive("SM1", HER, "hola, tengo una pregunta para ustedes");
    var second = line.receive("SM2", "+12025550102", "hola, tengo una pregunta para ustedes");
    line.presence.available(RUTH);
    var offer = offer(first, "lucia").orElseThrow();
    assertThat(offer(second, "lucia")).as("she interprets already").isEmpty();
    assertThat(board().interpreting()).containsExactly("lucia");
    assertThat(line.offers.accept(offer, RUTH)).isTrue();
    assertThat(line.contact(first).escalated().interpreter()).contains("lucia");
    assertThat(events("contact.connected")).anyMatch(event -> event.contains("lucia"));

    line.conversations.close(first, RUTH, offer.epoch(), "supported", "");
    assertThat(board().interpreting()).isEmpty();
    assertThat(line.contact(first).escalated().interpreter()).as("recorded").contains("lucia");

    var again = offer(second, "lucia").orElseThrow();
    line.offers.decline(again, RUTH);
    assertThat(board().interpreting()).isEmpty();
    assertThat(line.contact(second).escalated().interpreter()).isEmpty();
  }

  private Optional<Offer> offer(ContactId contact, String interpreter) {
    return line.offers.offer(
        contact,
        line.contact(contact).epoch(),
        List.of(new Asked(RUTH, 3, List.of("a reason"))),
        Duration.ofSeconds(30),
        Optional.of(interpreter),
        Welfare.NO_LIMIT,
        Ruling.NONE);
  }

  private Tables tables(String... steps) throws IOException {
    var text =
        new StringBuilder(
            Files.readString(Path.of("src/test/resources/org/havenline/queue/steps.yaml")));
    for (var step : steps) {
      text.append("      - {").append(step.replace("'", "")).append("}\n");
    }
    Files.writeString(folder.resolve("all.yaml"), text);
    return switch (RoutingTables.read(folder, Set.of("waiting", "partner", "callBack"))) {
      case Reading.Sound(var sound) -> Tables.of(sound, "demo");
      case Reading.Faulty(var findings) -> throw new AssertionError(findings);
    };
  }

  private @org.jspecify.annotations.Nullable Tables used;

  private Escalation escalation(String... steps) throws IOException {
    var inForce = tables(steps);
    used = inForce;
    return new Escalation(
        line.redis,
        Line.KEYS,
        () -> inForce,
        line.turnover,
        line.contacts,
        new Deeds(letters(inForce), new OnHand(board())),
        Duration.ofMinutes(10),
        clock);
  }

  private CallBacks callBacks() {
    var inForce = java.util.Objects.requireNonNull(used);
    return new CallBacks(
        line.redis,
        Line.KEYS,
        () -> inForce,
        line.contacts,
        letters(inForce),
        Duration.ofMinutes(10),
        clock);
  }

  /// Texts that say only which they are.
  private Letters letters(Tables tables) {
    return new Letters(
        () -> tables,
        line.transcripts,
        line.envelopes,
        line.pseudonyms,
        (language, key, arguments) -> Optional.of(language + " " + key + " " + arguments));
  }

  private Board board() {
    return new Board(line.redis, Line.KEYS);
  }

  private List<String> automatic(ContactId id) {
    return line.conversations.messages(id, 0, 100).stream()
        .filter(message -> message.by().equals("automatic"))
        .map(Message::text)
        .toList();
  }

  private long pages(ContactId id) {
    return line.redis.call("LRANGE", Line.KEYS.of("outbox:page-" + id), 0, -1).texts().stream()
        .map(MessageId::new)
        .filter(message -> line.transcripts.read(id, message).isPresent())
        .count();
  }

  private List<String> promises() {
    return line.redis.call("ZRANGE", Line.KEYS.of("call-backs"), 0, -1).texts();
  }

  private List<String> events(String type) {
    return line.redis.call("XRANGE", Line.KEYS.of("events"), "-", "+").list().stream()
        .map(entry -> String.join(" ", entry.list().get(1).texts()))
        .filter(fields -> fields.contains(type))
        .toList();
  }
}
