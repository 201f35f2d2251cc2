package org.havenline.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.havenline.audit.Author;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Vault;
import org.havenline.referral.capacity.Figures;
import org.havenline.referral.capacity.Report;
import org.havenline.referral.capacity.Unit;
import org.havenline.referral.capacity.Way;
import org.havenline.referral.stored.Directory;
import org.havenline.testing.HandClock;
import org.havenline.testing.Line;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When services are asked for new figures; the line is in New York, four hours behind.
class RemindersIT {
  private final RealRedis store = RealRedis.start(RealRedis.Version.EMBEDDED);
  private final HandClock clock = new HandClock(Instant.parse("2026-07-01T12:59:00Z"));
  private Line line;
  private Directory directory;
  private Reminders one;
  private Reminders two;

  @BeforeEach
  void open(@TempDir java.nio.file.Path folder) {
    var keys = new KeyFolder(folder, true);
    line = new Line(store, keys, clock);
    directory = new Directory(line.redis, Vault.open(keys), line.pseudonyms, clock);
    Service.imported(directory);
    one = reminders();
    two = reminders();
  }

  private Reminders reminders() {
    var letters =
        new ServiceLetters(
            () -> line.tables,
            line.envelopes,
            (_, _, _) -> Optional.of("how many?"),
            line.pseudonyms,
            () -> {});
    return new Reminders(line.redis, Line.KEYS, () -> line.tables, directory, letters, clock);
  }

  @AfterEach
  void close() {
    line.close();
    store.close();
  }

  @Test
  void anOldFigureIsAskedForOnceADayByDayAndThreeTimesInAll() {
    assertThat(one.look()).as("before nine").isZero();
    clock.move(Duration.ofMinutes(1));
    assertThat(one.look()).isEqualTo(1);
    assertThat(two.look()).as("the other node, the same day").isZero();
    clock.move(Duration.ofHours(9));
    assertThat(two.look()).as("evening").isZero();

    clock.move(Duration.ofHours(15));
    assertThat(two.look()).as("the second day").isEqualTo(1);
    clock.move(Duration.ofDays(1));
    assertThat(one.look()).as("the third").isEqualTo(1);
    clock.move(Duration.ofDays(1));
    assertThat(one.look()).as("no more").isZero();
    assertThat(line.redis.call("LLEN", "{demo}:outbox:letter-" + Service.ROWAN.value()).number())
        .isEqualTo(3);
  }

  @Test
  void whoAnswersIsLeftInPeaceForADayAndThenAskedAnew() {
    clock.move(Duration.ofHours(2));
    assertThat(one.look()).isEqualTo(1);
    says(3);
    clock.move(Duration.ofHours(24).minusSeconds(1));
    assertThat(one.look()).as("not yet old").isZero();
    clock.move(Duration.ofSeconds(1));
    assertThat(one.look()).isEqualTo(1);
    clock.move(Duration.ofDays(1));
    assertThat(one.look()).isEqualTo(1);
  }

  private void says(int women) {
    assertThat(
            directory
                .reports()
                .note(
                    Service.ROWAN,
                    new Report(new Figures(Map.of(Unit.WOMEN, women)), clock.instant(), Way.TEXT),
                    "r" + clock.millis(),
                    new Author("test")))
        .isEqualTo(org.havenline.referral.stored.Reports.Outcome.NOTED);
  }

  @Test
  void aReportCountsOnceAndTheNewestWins() {
    var first = new Report(new Figures(Map.of(Unit.WOMEN, 1)), clock.instant(), Way.TEXT);
    clock.move(Duration.ofSeconds(1));
    var second = new Report(new Figures(Map.of(Unit.WOMEN, 2)), clock.instant(), Way.PHONE);
    var reports = directory.reports();
    var who = new Author("test");
    int before = directory.audit().size();

    assertThat(reports.note(Service.ROWAN, second, "2", who))
        .isEqualTo(org.havenline.referral.stored.Reports.Outcome.NOTED);
    assertThat(reports.note(Service.ROWAN, second, "2", who))
        .isEqualTo(org.havenline.referral.stored.Reports.Outcome.OLD);
    assertThat(reports.note(Service.ROWAN, first, "1", who))
        .isEqualTo(org.havenline.referral.stored.Reports.Outcome.OLD);
    assertThat(reports.of(Service.ROWAN)).contains(second);
    assertThat(directory.audit()).hasSize(before + 1);
    var old = new Report(first.figures(), Instant.parse("2026-02-01T00:00:00Z"), Way.TEXT);
    assertThat(
            org.havenline.referral.capacity.record.LaidOver.of(
                    directory.stored(Service.ROWAN).orElseThrow(), old)
                .toString())
        .as("the document is newer")
        .contains("\"available\":9");
  }

  @Test
  void aNumberSpeaksForOneServiceOnlyAndForNoneOnceItIsTakenOff() {
    var reports = directory.reports();
    assertThat(reports.speaker(Service.NUMBER)).contains(Service.ROWAN);
    assertThat(reports.speaker("+15005550142")).isEmpty();
    put("another", Service.NUMBER);
    assertThat(reports.speaker(Service.NUMBER)).as("of two, nobody knows which").isEmpty();
    put("another", "+15005550142");
    assertThat(reports.speaker(Service.NUMBER)).contains(Service.ROWAN);
    assertThat(reports.speaking()).hasSize(2);
    put("another", "");
    assertThat(reports.speaker("+15005550142")).isEmpty();
    assertThat(reports.speaking()).containsExactly(Service.ROWAN);
  }

  private void put(String id, String number) {
    var service = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
    service.put("id", id).putObject("havenline").putArray("reports_by").add(number);
    var at = new org.havenline.referral.directory.ServiceId(id);
    var before = directory.mark(at);
    var mark =
        new org.havenline.referral.stored.Mark(
            before.revision(), directory.digest(service), true, "test");
    assertThat(
            directory.put(
                java.util.List.of(
                    directory.prepare(
                        at, before.revision(), mark, Optional.of(service), Optional.empty()))))
        .isEmpty();
  }
}
