package org.havenline.routingconfig.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Faults of hours and holidays, planted one at a time; among them all that real helplines have in
/// their tables.
class HoursFindingsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final String SOUND =
      """
      holidays:
        - id: us
          days:
            - {id: christmas, name: Christmas, date: 12-25, text: closed}
            - {id: thanksgiving, name: Thanksgiving, on: 4th thursday of november}
            - {id: good-friday, name: Good Friday, easter: -2, observed: next-monday}
            - {id: moving, name: We move, date: [2026-01-05, 2027-03-01], hours: {sms: closed}}
      hours:
        - id: day-and-night
          holidays: [us]
          week: {mon-fri: ["08:00-12:00", "13:00-18:00"], sat: ["22:00-06:00"], sun: closed}
          channels:
            voice: {mon-sun: 24h}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void copyShippedTables() throws IOException {
    for (var file : TableFiles.SHIPPED) {
      Files.copy(Path.of("tables", file), folder.resolve(file));
    }
  }

  @Test
  void soundHoursHaveNoFinding() throws IOException {
    assertThat(findings(SOUND)).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          12-25,                   | 25/12/2026,                         | '25/12/2026' is not a date
          12-25,                   | 1/8/2024,                           | is not a date
          12-25,                   | 04-31,                              | '04-31' is a day that never comes
          12-25,                   | 2026-02-29,                         | '2026-02-29' is a day that never comes
          12-25,                   | 13-25,                              | '13-25' is a day that never comes
          12-25,                   | 0204-12-25,                         | the year 204 is out of range
          12-25,                   | 2024-12-25,                         | is over: it was last on 2024-12-25
          [2026-01-05, 2027-03-01] | [2025-01-05, 2026-03-01]            | is over: it was last on 2026-03-01
          [2026-01-05, 2027-03-01] | [01-05]                             | '01-05' is not a date
          4th thursday             | 6th thursday                        | is not a weekday of a month
          4th thursday             | 4th thrusday                        | is not a weekday of a month
          easter: -2               | easter: good friday                 | not a number of days from Easter
          easter: -2               | easter: 365                         | not a number of days from Easter
          easter: -2, observed     | observed                            | a holiday falls on no day
          easter: -2               | easter: -2, date: 04-01             | by more than one rule
          next-monday              | monday                              | 'monday' is not known for 'observed'
          text: closed             | text: closedChristmas               | there is no text 'closedChristmas'
          holidays: [us]           | holidays: [usa]                     | there is no calendar 'usa'
          id: moving               | id: christmas                       | 'christmas' is already there
          {sms: closed}            | {fax: closed}                       | 'fax' is not known
          12-25, text: closed      | 12-25, hours: shut                  | 'shut' are no opening hours
          13:00-18:00              | 11:00-18:00                         | 08:00-12:00 and 11:00-18:00 overlap
          13:00-18:00              | 11:00-05:00                         | 08:00-12:00 and 11:00-05:00 overlap
          13:00-18:00              | 13:00-13:00                         | an interval from a time to the same
          13:00-18:00              | 13:00-24:30                         | '13:00-24:30' is not an interval
          13:00-18:00              | 1300-1800                           | '1300-1800' is not an interval
          13:00-18:00              | 9:00-12:00                          | '9:00-12:00' is not an interval
          sun: closed              | sun: ["05:00-07:00"]                | the night of 'sat' overlaps the hours of 'sun'
          sun: closed              | sun: []                             | these hours are empty
          , sun: closed            |                                     | 'sun' has no hours
          sun: closed              | sun: closed, mon: closed            | 'mon' has hours twice
          sun: closed              | son: closed                         | 'son' is not a day of the week
          voice: {mon-sun: 24h}    | voice: {mon-fri: 24h}               | 'sat' has no hours
          voice: {mon-sun: 24h}    | sms: {mon-sun: closed}              | never opens on SMS, which this line offers
          id: day-and-night        | id: office                          | there is no hours 'day-and-night'
          easter: -2               | ical: none.ics                      | 'none.ics' is not there
          """)
  void plantedFaultIsFoundAtItsLine(String sound, String broken, String expected)
      throws IOException {
    assertThat(SOUND).contains(sound);
    var planted = broken == null ? "" : broken;
    var findings = findings(SOUND.replaceFirst(Pattern.quote(sound), planted));
    assertThat(findings)
        .anyMatch(finding -> finding.fault().contains(expected))
        .allSatisfy(finding -> {
          assertThat(finding.line()).isPositive();
          assertThat(finding.remedy()).isNotBlank();
        });
    assertThat(findings.size()).as("only what follows: %s", findings).isLessThanOrEqualTo(3);
  }

  @Test
  void holidayThatIsOverKeepsNoLineFromOpening() throws IOException {
    Files.writeString(folder.resolve("hours.yaml"), SOUND.replace("12-25,", "2024-12-25,"));
    assertThat(RoutingTables.read(folder, Set.of("waiting", "closed")))
        .isInstanceOf(Reading.Sound.class);
  }

  private List<Finding> findings(String hours) throws IOException {
    Files.writeString(folder.resolve("hours.yaml"), hours);
    return switch (RoutingTables.check(folder, Set.of("waiting", "closed"), TODAY)) {
      case Reading.Sound _ -> List.of();
      case Reading.Faulty(var findings) -> findings;
    };
  }
}
