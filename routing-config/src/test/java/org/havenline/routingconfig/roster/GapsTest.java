package org.havenline.routingconfig.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.havenline.routingconfig.Finding;
import org.junit.jupiter.api.Test;

/// What `check` says about the coming 14 days. The time looked at begins on Monday 2026-03-02 and
/// holds the Sunday on which New York puts its clock forward.
class GapsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant THEN = NOW.plus(Duration.ofDays(14));

  private static final String WHOLE =
      """
      shifts:
        - {id: day, name: Day, hours: 06:00-22:00, time-zone: America/New_York, who: [ana]}
        - {id: night, name: Night, hours: 22:00-06:00, time-zone: America/New_York, who: [ben]}
      on-call:
        - id: duty
          rotation: {hand-over: weekly, at: 09:00, time-zone: America/New_York, from: 2026-02-02,
            people: [ana, ben]}
      """;
  private static final String AWAY =
      "absences: [{who: ana, from: 2026-03-04, until: 2026-03-05},"
          + " {who: ben, from: 2026-03-05, until: 2026-03-06}]\n";

  @Test
  void wholeRosterHasNoGap() {
    assertThat(gaps(WHOLE)).isEmpty();
  }

  @Test
  void gapBetweenShiftsIsNoFindingWhileSomebodyIsOnCall() {
    assertThat(gaps(WHOLE.replace("22:00-06:00", "22:00-05:00"))).isEmpty();
  }

  @Test
  void timeWithNobodyOnShiftAndNobodyOnCallIsFoundSpanBySpan() {
    var yaml =
        WHOLE.replace("22:00-06:00", "22:00-05:00").replace("from: 2026-02-02", "from: 2026-03-08");
    assertThat(gaps(yaml))
        .startsWith(
            "roster.yaml:3 nobody is on shift and nobody on call from Tue 2026-03-03 05:00 to Tue"
                + " 2026-03-03 06:00 (America/New_York). Add or lengthen a shift, or put somebody"
                + " on call")
        .hasSize(7)
        .endsWith(
            "roster.yaml:5 nobody of 'duty' is on call from Mon 2026-03-02 07:00 to Sun 2026-03-08"
                + " 09:00 (America/New_York). Add a stand-in, a person or a number, or begin the"
                + " rotation earlier");
  }

  @Test
  void entryWhosePeopleAreAllAwayIsFound() {
    assertThat(gaps(WHOLE + AWAY))
        .anyMatch(one ->
            one.startsWith(
                "roster.yaml:5 nobody of 'duty' is on call from Thu 2026-03-05 00:00 to Fri"
                    + " 2026-03-06 00:00 (America/New_York)"));
  }

  @Test
  void entryWithANumberBesidesIsNeverEmpty() {
    assertThat(
            gaps((WHOLE + AWAY).replace("rotation:", "numbers: [\"+12025550199\"]\n    rotation:")))
        .noneMatch(one -> one.contains("of 'duty'"));
  }

  @Test
  void absencesThatEmptyAShiftAreFoundWithoutAFallback() {
    assertThat(gaps(WHOLE + AWAY))
        .contains(
            "roster.yaml:2 nobody comes to the shift 'day' that begins on 2026-03-04: all are away."
                + " Swap somebody in, or give it a 'fallback'")
        .filteredOn(one -> one.contains("nobody comes"))
        .hasSize(4);
    assertThat(
            gaps(
                WHOLE.replace("who: [ana]}", "who: [ana], fallback: reserve}")
                    + "groups: [{id: reserve, members: [cleo]}]\n"
                    + AWAY))
        .filteredOn(one -> one.contains("nobody comes"))
        .hasSize(2)
        .allMatch(one -> one.contains("'night'"));
  }

  @Test
  void oneOnTwoShiftsAtOnceIsFoundOnceForBoth() {
    assertThat(
            gaps(
                WHOLE.replace(
                    "06:00-22:00, time-zone: America/New_York, who: [ana]",
                    "06:00-22:30, time-zone: America/New_York, who: [ana, ben]")))
        .containsExactly(
            "roster.yaml:3 'ben' is on the shifts 'day' and 'night' at once on 2026-03-02. Remove"
                + " them from one, or swap somebody in");
  }

  @Test
  void shiftsThatMeetDoNotCollide() {
    assertThat(gaps(WHOLE.replace("who: [ana]", "who: [ana, ben]"))).isEmpty();
  }

  @Test
  void aSwapMayMakeACollision() {
    var yaml =
        WHOLE.replace("06:00-22:00", "06:00-22:30")
            + "swaps: [{shift: night, date: 2026-03-10, out: ben, in: ana}]\n";
    assertThat(gaps(yaml)).singleElement().asString().contains("'ana'").contains("2026-03-10");
  }

  @Test
  void whatIsOverIsNoFinding() {
    assertThat(gaps(WHOLE + AWAY.replace("2026-03", "2026-02"))).isEmpty();
  }

  @Test
  void findingsComeInTheOrderOfTheirLines() {
    var findings = Written.roster(WHOLE + AWAY).gaps(NOW, THEN);
    assertThat(findings).extracting(Finding::line).isSorted();
    assertThat(findings).extracting(Finding::file).containsOnly("roster.yaml");
  }

  private static List<String> gaps(String yaml) {
    return Written.roster(yaml).gaps(NOW, THEN).stream().map(Finding::toString).toList();
  }
}
