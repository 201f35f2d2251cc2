package org.havenline.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;

/// The calendar, read back by a library that calendar programs use.
class RosterCalendarTest {
  private static final Instant NOW = Instant.parse("2026-03-05T12:30:00Z");
  private static final Instant THEN = NOW.plus(Duration.ofDays(14));
  private static final RoutingTables TABLES = WrittenTables.with(WrittenTables.ROSTER);

  @Test
  void everyTurnComesBackAsItIsInTheRoster() throws Exception {
    var turns = TABLES.roster().turns(NOW, THEN);
    var events = events(everyone());
    assertThat(turns).hasSizeGreaterThan(40);
    for (var turn : turns) {
      assertThat(events)
          .filteredOn(event -> !summary(event).startsWith("On call"))
          .filteredOn(event -> begins(event).equals(turn.from()))
          .singleElement()
          .satisfies(event -> assertThat(ends(event)).isEqualTo(turn.until()));
    }
  }

  @Test
  void namesAndSignsComeBackUnchanged() throws Exception {
    assertThat(events(everyone()))
        .extracting(RosterCalendarTest::summary)
        .contains(
            "Day: Ana Soler, Клеопатра Ἀλεξάνδρεια Θεοδώρα",
            "Evening: Ben; O'Neil, Jr.",
            "Evening: nobody",
            "Night \\ long: Клеопатра Ἀλεξάνδρεια Θεοδώρα",
            "On call (duty): Ana Soler",
            "On call (duty): Ben; O'Neil, Jr.");
  }

  @Test
  void onCallTimesEndAtTheHandOverAndNotWithTheCalendar() throws Exception {
    assertThat(events(everyone()))
        .filteredOn(event -> summary(event).equals("On call (duty): Ben; O'Neil, Jr."))
        .singleElement()
        .satisfies(event -> {
          assertThat(begins(event)).isEqualTo(Instant.parse("2026-03-13T13:00:00Z"));
          assertThat(ends(event)).isEqualTo(Instant.parse("2026-03-20T13:00:00Z"));
          assertThat(ends(event)).isAfter(THEN);
        });
  }

  @Test
  void libraryFindsNothingToObjectTo() throws Exception {
    var calendar = parse(everyone());
    assertThat(calendar.validate(true).getEntries()).isEmpty();
    for (var event : events(everyone())) {
      assertThat(event.validate(true).getEntries()).isEmpty();
    }
    assertThat(parse(everyone().replaceFirst("UID:[^\r]*\r\n", "")).validate(true).hasErrors())
        .as("it would")
        .isTrue();
  }

  @Test
  void linesEndInCrLfAndHaveAtMost75Octets() {
    var text = everyone();
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(text).endsWith("END:VCALENDAR\r\n").contains("\r\n ");
    assertThat(Arrays.asList(text.split("\r\n", -1)))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
  }

  @Test
  void foldingNeverCutsALetter() {
    for (int length = 50; length < 90; length++) {
      var name = "x".repeat(length) + "é漢🙂".repeat(40);
      var lines = new ContentLines().text("SUMMARY", name).toString();
      assertThat(new String(lines.getBytes(UTF_8), UTF_8).replace("\r\n ", ""))
          .isEqualTo("SUMMARY:" + name + "\r\n");
      assertThat(Arrays.asList(lines.split("\r\n", -1)))
          .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
    }
  }

  @Test
  void anEventKeepsItsIdentityFromExportToExport() throws Exception {
    var later = NOW.plus(Duration.ofDays(3));
    var before = ids(events(everyone()));
    var after =
        ids(
            events(
                new RosterCalendar(TABLES, Optional.empty())
                    .write(later, later.plus(Duration.ofDays(14)), later)
                    .orElseThrow()));
    assertThat(before).doesNotHaveDuplicates();
    assertThat(after.stream().filter(before::contains).count()).isGreaterThan(30);
  }

  @Test
  void calendarOfOneNamesNobodyElseAndNoLine() throws Exception {
    var text = written(Optional.of("ana"));
    assertThat(text)
        .doesNotContain("Ben", "Клеопатра", "Ana", "Northern", "north", "duty", "+1202");
    var events = events(text);
    assertThat(events).extracting(RosterCalendarTest::summary).containsOnly("Day", "On call");
    assertThat(events)
        .filteredOn(event -> summary(event).equals("On call"))
        .extracting(RosterCalendarTest::begins)
        .containsExactly(Instant.parse("2026-03-06T14:00:00Z"));
  }

  @Test
  void calendarOfEveryoneHoldsNoNumber() {
    assertThat(everyone()).doesNotContain("1202");
  }

  @Test
  void calendarWithoutAnEventIsNone() {
    var empty = WrittenTables.with("on-call: [{id: duty, numbers: [\"+12025550199\"]}]\n");
    assertThat(new RosterCalendar(empty, Optional.empty()).write(NOW, THEN, NOW)).isEmpty();
  }

  private static String everyone() {
    return written(Optional.empty());
  }

  private static String written(Optional<String> only) {
    return new RosterCalendar(TABLES, only).write(NOW, THEN, NOW).orElseThrow();
  }

  private static Calendar parse(String text) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static List<VEvent> events(String text) throws IOException, ParserException {
    return parse(text).getComponents("VEVENT");
  }

  private static List<String> ids(List<VEvent> events) {
    return events.stream().map(event -> event.getUid().orElseThrow().getValue()).toList();
  }

  private static String summary(VEvent event) {
    return event.<Property>getProperty("SUMMARY").orElseThrow().getValue();
  }

  private static Instant begins(VEvent event) {
    return time(event, "DTSTART");
  }

  private static Instant ends(VEvent event) {
    return time(event, "DTEND");
  }

  private static Instant time(VEvent event, String property) {
    return Instant.from(event.<DateProperty<?>>getProperty(property).orElseThrow().getDate());
  }
}
