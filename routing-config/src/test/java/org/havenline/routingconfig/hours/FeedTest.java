package org.havenline.routingconfig.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.hours.days.DayReader;
import org.havenline.routingconfig.hours.days.DayRule;
import org.havenline.routingconfig.hours.days.Feeds;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holidays from a calendar file.
class FeedTest {
  private static final String CHRISTMAS =
      """
      UID:1
      DTSTART;VALUE=DATE:20261224
      DTEND;VALUE=DATE:20261227
      RRULE:FREQ=YEARLY
      """;

  private final Ledger ledger = new Ledger();

  @ParameterizedTest
  @CsvSource({
    "2026-12-23, false",
    "2026-12-24, true",
    "2026-12-26, true",
    "2026-12-27, false",
    "2031-12-25, true",
    "2099-12-25, true",
    "2025-12-25, false"
  })
  void eventOfSeveralDaysComesEveryYear(LocalDate day, boolean expected) {
    assertThat(rule(event(CHRISTMAS)).on(day)).isEqualTo(expected);
    assertThat(ledger.close()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-26, true", "2027-11-25, true", "2028-11-23, false", "2029-11-22, true"})
  void fourthThursdayComesButNotWhereItIsTakenOut(LocalDate day, boolean expected) {
    var thanksgiving =
        """
        UID:2
        DTSTART;VALUE=DATE:20261126
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
        EXDATE;VALUE=DATE:20281123
        """;
    assertThat(rule(event(thanksgiving)).on(day)).isEqualTo(expected);
  }

  @Test
  void oneOfManyIsMovedAndOneCancelled() {
    var moved = "UID:1\nRECURRENCE-ID;VALUE=DATE:20271224\nDTSTART;VALUE=DATE:20271220\n";
    var cancelled =
        "UID:1\nRECURRENCE-ID;VALUE=DATE:20281224\nDTSTART;VALUE=DATE:20281224\nSTATUS:CANCELLED\n";
    var rule = rule(event(CHRISTMAS) + event(moved) + event(cancelled));
    assertThat(rule.on(LocalDate.of(2027, 12, 24))).isFalse();
    assertThat(rule.on(LocalDate.of(2027, 12, 20))).isTrue();
    assertThat(rule.on(LocalDate.of(2028, 12, 24))).isFalse();
    assertThat(rule.on(LocalDate.of(2029, 12, 24))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DTSTART:20261224T090000Z                          | has an event with a time of day
          SUMMARY:no day at all                             | has an event with a time of day
          DTSTART;VALUE=DATE:20261332                       | is not readable as iCalendar, at its line
          DTSTART;VALUE=DATE:20260101;;;                    | is not readable as iCalendar
          DTSTART;VALUE=DATE:20260101/RRULE:FREQ=DAILY      | every day or more often
          DTSTART;VALUE=DATE:20260101/RRULE:FREQ=SECONDLY   | every day or more often
          DTSTART;VALUE=DATE:20260101/RRULE:FREQ=YEARLY;X=1 | is not readable as iCalendar
          DTSTART;VALUE=DATE:18260101                       | has no day
          """)
  void feedThatCannotBeUsedIsAFinding(String event, String expected) {
    rule(event(event.replace('/', '\n') + "\n"));
    assertThat(ledger.close())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.fault()).contains(expected);
          assertThat(finding.line()).isEqualTo(3);
        });
  }

  @Test
  void feedOfRubbishOrOutsideTheFolderIsAFinding() {
    read("ical: all.ics", Optional.of("rubbish".getBytes(StandardCharsets.UTF_8)));
    read("ical: all.ics", Optional.of(new byte[300_000]));
    read("ical: all.ics", Optional.empty());
    read("ical: ../secret.ics", Optional.empty());
    assertThat(ledger.close())
        .extracting(Finding::fault)
        .anyMatch(fault -> fault.contains("not readable as iCalendar"))
        .anyMatch(fault -> fault.contains("256 KiB"))
        .anyMatch(fault -> fault.contains("is not there"))
        .anyMatch(fault -> fault.contains("not the name of a calendar file"));
  }

  @Test
  void thousandsOfRecurringEventsAreRefusedBeforeTheyAreUnrolled() {
    rule(event("DTSTART;VALUE=DATE:20000101\nRRULE:FREQ=WEEKLY\n").repeat(1500));
    assertThat(ledger.close())
        .singleElement()
        .satisfies(finding -> assertThat(finding.fault()).contains("more than 50 recurring"));
  }

  private DayRule rule(String events) {
    var calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + events + "END:VCALENDAR\n";
    return read(
        "ical: all.ics",
        Optional.of(calendar.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\n" + lines + "END:VEVENT\n";
  }

  private DayRule read(String key, Optional<byte[]> file) {
    var yaml = ("id: feed\nname: Feed\n" + key + "\n").getBytes(StandardCharsets.UTF_8);
    var fields = YamlFile.read("hours.yaml", yaml, ledger).orElseThrow();
    return new DayReader(new Feeds(_ -> file), LocalDate.MIN).read(fields);
  }
}
