package org.havenline.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RosterCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-06T11:30:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @Test
  void chartShowsNowAndEachDayAndMarksGaps() {
    assertThat(run(WrittenTables.ROSTER, "--days", "3")).isZero();
    assertThat(out.toString(UTF_8).replace("Клеопатра Ἀλεξάνδρεια Θεοδώρα", "CLEO"))
        .isEqualToNormalizingNewlines(
            """
            Now, Fri 6 Mar 2026, 06:30 (America/New_York)
              on shift  nobody
              on call   duty: nobody

            Fri 6 Mar             0     3     6     9     12    15    18    21
              Night \\ long        ##########....................................##  CLEO
              Day                 ..............################..................  Ana Soler, CLEO
              Evening             ..............................################..  Ben; O'Neil, Jr.
              duty                !!!!!!!!!!!!!!!!!!..............................  nobody
              duty                ..................##############################  Ana Soler
              NOBODY              ..........!!!!..................................  05:00-07:00

            Sat 7 Mar             0     3     6     9     12    15    18    21
              Night \\ long        ##########....................................##  CLEO
              Day                 ..............################..................  Ana Soler, CLEO
              Evening             ..............................!!!!!!!!!!!!!!!!..  nobody
              duty                ################################################  Ana Soler
              only on call        ..........----................----------------..  05:00-07:00, 15:00-23:00

            Sun 8 Mar, 23 hours   0     3     6     9     12    15    18    21
              Night \\ long        ####  ####....................................##  CLEO
              Day                 ....  ........################..................  Ana Soler, CLEO
              Evening             ....  ........................################..  Ben; O'Neil, Jr.
              duty                ####  ##########################################  Ana Soler
              only on call        ....  ....----..................................  05:00-07:00
            """);
  }

  @Test
  void withoutShiftsTheChartSaysSo() {
    assertThat(run("on-call: [{id: duty, numbers: [\"+12025550199\"]}]\n", "--days", "1")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("no shifts are planned: whoever signs in is on duty", "duty: a number")
        .doesNotContain("NOBODY", "+1202");
  }

  @Test
  void calendarIsWrittenInUtf8WhateverTheTerminalSpeaks() {
    assertThat(run(WrittenTables.ROSTER, "--ical", "--days", "2")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("BEGIN:VCALENDAR\r\n").contains("Клеопатра");
  }

  @Test
  void chartHasSevenDaysAndTheCalendarFourWeeks() {
    run(WrittenTables.ROSTER);
    assertThat(out.toString(UTF_8).lines().filter(line -> line.contains("0     3     6")))
        .hasSize(7);
    out.reset();
    run(WrittenTables.ROSTER, "--ical", "--for", "cleo");
    assertThat(out.toString(UTF_8).lines().filter("SUMMARY:Day"::equals)).hasSize(29);
  }

  @Test
  void oneWhoIsNotInTheTableIsRefused() {
    assertThat(run(WrittenTables.ROSTER, "--ical", "--for", "anna")).isEqualTo(2);
    assertThat(err.toString()).contains("Nobody in the table of responders has the id 'anna'.");
  }

  @Test
  void calendarForOneWithoutAnyTurnIsRefused() {
    var withoutBen =
        WrittenTables.ROSTER.replace("who: [ben]", "who: [ana]").replace("ana, ben, ", "ana, ");
    assertThat(run(withoutBen, "--ical", "--for", "ben")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no shift and no hand-over in these days.");
  }

  @Test
  void daysAreBounded() {
    assertThat(run(WrittenTables.ROSTER, "--days", "0")).isEqualTo(2);
    assertThat(run(WrittenTables.ROSTER, "--days", "367")).isEqualTo(2);
    assertThat(run(WrittenTables.ROSTER, "--for", "ana")).isEqualTo(2);
    assertThat(err.toString())
        .contains("Between 1 and 366 days can be shown.", "--for is for a calendar: add --ical.");
  }

  private int run(String roster, String... arguments) {
    var printed = new PrintStream(out, true, UTF_8);
    var command =
        new RosterCommand(printed, () -> WrittenTables.with(roster), InstantSource.fixed(NOW));
    return new CommandLine(command).setErr(new PrintWriter(err)).execute(arguments);
  }
}
