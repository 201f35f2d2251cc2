package org.havenline.routingconfig.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who should be there, case by case. 2026-03-02 is a Monday.
class OnShiftTest {
  private static final String DAY = shift("day, hours: 08:00-16:00, who: [ana]", "Europe/Paris");
  private static final String NIGHT =
      shift("night, hours: 22:00-06:00, who: [ana]", "Europe/Paris");
  private static final String NIGHT_OF_NEW_YORK =
      shift("night, hours: 22:00-06:00, who: [ana]", "America/New_York");
  private static final String WEEKEND_NIGHTS =
      shift(
          "night, days: [friday, saturday], hours: 22:00-06:00, who: [ana]", "America/Los_Angeles");
  private static final String SECOND_WEEKS =
      shift(
          "late, days: [monday, sunday], hours: 14:00-22:00, every-weeks: 2, from: 2026-03-04,"
              + " who: [ana]",
          "Europe/Paris");
  private static final String HALF_PAST_TWO =
      """
      shifts:
        - {id: a, name: A, hours: 22:00-02:30, time-zone: Europe/Paris, who: [ana]}
        - {id: b, name: B, hours: 02:30-03:00, time-zone: Europe/Paris, who: [ben]}
        - {id: c, name: C, hours: 03:00-10:00, time-zone: Europe/Paris, who: [cleo]}
      """;
  private static final String COVERED =
      """
      groups: [{id: reserve, members: [cleo, dora]}]
      shifts:
        - {id: night, name: Night, hours: 22:00-06:00, time-zone: Europe/Paris, who: [ana, ben],
           fallback: reserve}
      """;
  private static final String ANA_AWAY = COVERED + "absences: [{who: ana, %s}]\n";
  private static final String SWAPPED =
      COVERED + "swaps: [{shift: night, date: 2026-03-03, out: ana, in: cleo}]\n";

  static Stream<Arguments> cases() {
    return Stream.of(
        // an ordinary day
        at("begins on the minute", DAY, "2026-03-02T08:00+01:00", "ana"),
        at("not a moment before", DAY, "2026-03-02T07:59:59.999+01:00", ""),
        at("the last moment", DAY, "2026-03-02T15:59:59+01:00", "ana"),
        at("the end is not part of it", DAY, "2026-03-02T16:00+01:00", ""),
        at("asked from another zone", DAY, "2026-03-02T22:00+14:00", "ana"),
        at("in summer by the summer clock", DAY, "2026-07-01T08:00+02:00", "ana"),
        at("in summer not by the winter clock", DAY, "2026-07-01T16:00+02:00", ""),
        // past midnight
        at("before midnight", NIGHT, "2026-03-02T23:59+01:00", "ana"),
        at("after midnight", NIGHT, "2026-03-03T00:00+01:00", "ana"),
        at("until morning", NIGHT, "2026-03-03T05:59+01:00", "ana"),
        at("morning", NIGHT, "2026-03-03T06:00+01:00", ""),
        at("over new year", NIGHT, "2027-01-01T03:00+01:00", "ana"),
        at("night of a Friday on Saturday", WEEKEND_NIGHTS, "2026-03-07T05:00-08:00", "ana"),
        at("night of a Saturday on Sunday", WEEKEND_NIGHTS, "2026-03-15T05:59-07:00", "ana"),
        at("no night from Sunday", WEEKEND_NIGHTS, "2026-03-08T22:00-07:00", ""),
        at("no night into Friday", WEEKEND_NIGHTS, "2026-03-06T05:00-08:00", ""),
        // leap day
        at("night into a leap day", NIGHT, "2028-02-29T03:00+01:00", "ana"),
        at("night out of a leap day", NIGHT, "2028-03-01T03:00+01:00", "ana"),
        at(
            "only on a leap day",
            shift(
                "leap, hours: 08:00-16:00, from: 2028-02-29, until: 2028-02-29, who: [ana]", "UTC"),
            "2028-02-29T12:00Z",
            "ana"),
        // hours with the same ends
        at(
            "24 hours",
            shift("all, hours: 09:00-09:00, days: [monday], who: [ana]", "UTC"),
            "2026-03-03T08:59Z",
            "ana"),
        at(
            "24 hours and no more",
            shift("all, hours: 09:00-09:00, days: [monday], who: [ana]", "UTC"),
            "2026-03-03T09:00Z",
            ""),
        at(
            "until midnight, written 24:00",
            shift("late, hours: 16:00-24:00, who: [ana]", "UTC"),
            "2026-03-02T23:59Z",
            "ana"),
        at(
            "midnight is the next day",
            shift("late, days: [monday], hours: 16:00-24:00, who: [ana]", "UTC"),
            "2026-03-03T00:00Z",
            ""),
        // the clock goes forward: 02:00 becomes 03:00
        at("night of 7 hours, inside", NIGHT, "2026-03-29T05:59+02:00", "ana"),
        at("night of 7 hours, over", NIGHT, "2026-03-29T06:00+02:00", ""),
        at("2:30 that is skipped ends at the skip", HALF_PAST_TWO, "2026-03-29T01:59+01:00", "ana"),
        at("nothing is left between", HALF_PAST_TWO, "2026-03-29T03:00+02:00", "cleo"),
        at("and nothing overlaps", HALF_PAST_TWO, "2026-03-29T03:29+02:00", "cleo"),
        at("New York, forward", NIGHT_OF_NEW_YORK, "2026-03-08T06:00-04:00", ""),
        at("New York, forward, inside", NIGHT_OF_NEW_YORK, "2026-03-08T03:00-04:00", "ana"),
        // and back: 03:00 becomes 02:00
        at("night of 9 hours, inside", NIGHT, "2026-10-25T05:59+01:00", "ana"),
        at("night of 9 hours, over", NIGHT, "2026-10-25T06:00+01:00", ""),
        at("before the first 2:30", HALF_PAST_TWO, "2026-10-25T02:29+02:00", "ana"),
        at("from the first 2:30", HALF_PAST_TWO, "2026-10-25T02:30+02:00", "ben"),
        at("at the second 2:00", HALF_PAST_TWO, "2026-10-25T02:00+01:00", "ben"),
        at("at the second 2:59", HALF_PAST_TWO, "2026-10-25T02:59+01:00", "ben"),
        at("at the only 3:00", HALF_PAST_TWO, "2026-10-25T03:00+01:00", "cleo"),
        at("New York, back", NIGHT_OF_NEW_YORK, "2026-11-01T05:59-05:00", "ana"),
        at("New York, back, over", NIGHT_OF_NEW_YORK, "2026-11-01T06:00-05:00", ""),
        // zones
        at("14 hours ahead", zoned("Pacific/Kiritimati"), "2026-03-01T18:00Z", "ana"),
        at("12 hours behind", zoned("Etc/GMT+12"), "2026-03-02T20:00Z", "ana"),
        at("three quarters of an hour", zoned("Asia/Kathmandu"), "2026-03-02T02:15Z", "ana"),
        at("a minute before", zoned("Asia/Kathmandu"), "2026-03-02T02:14Z", ""),
        at("fixed offset", zoned("\"+05:30\""), "2026-03-02T02:30Z", "ana"),
        at("a day that never was", zoned("Pacific/Apia"), "2011-12-30T12:00Z", ""),
        // every second week
        at("Sunday of the first week", SECOND_WEEKS, "2026-03-08T15:00+01:00", "ana"),
        at("Monday before the first day", SECOND_WEEKS, "2026-03-02T15:00+01:00", ""),
        at("Monday of the week between", SECOND_WEEKS, "2026-03-09T15:00+01:00", ""),
        at("Sunday of the week between", SECOND_WEEKS, "2026-03-15T15:00+01:00", ""),
        at("Monday of the third week", SECOND_WEEKS, "2026-03-16T15:00+01:00", "ana"),
        at("past new year, week 53 or not", SECOND_WEEKS, "2026-12-21T15:00+01:00", "ana"),
        at("the week after is off", SECOND_WEEKS, "2026-12-28T15:00+01:00", ""),
        at("and then on", SECOND_WEEKS, "2027-01-04T15:00+01:00", "ana"),
        // absences: the day on which the shift begins counts
        at(
            "one away",
            away("from: 2026-03-03, until: 2026-03-04"),
            "2026-03-03T23:00+01:00",
            "ben"),
        at(
            "the whole night",
            away("from: 2026-03-03, until: 2026-03-03"),
            "2026-03-04T05:00+01:00",
            "ben"),
        at(
            "last night before",
            away("from: 2026-03-03, until: 2026-03-03"),
            "2026-03-03T05:00+01:00",
            "ana ben"),
        at(
            "back the night after",
            away("from: 2026-03-03, until: 2026-03-03"),
            "2026-03-04T23:00+01:00",
            "ana ben"),
        at(
            "two overlapping absences",
            away(
                "from: 2026-03-03, until: 2026-03-05}, {who: ana, from: 2026-03-04, until:"
                    + " 2026-03-06"),
            "2026-03-06T23:00+01:00",
            "ben"),
        at(
            "all away: the fallback",
            away(
                "from: 2026-03-03, until: 2026-03-03}, {who: ben, from: 2026-03-02, until:"
                    + " 2026-03-03"),
            "2026-03-03T23:00+01:00",
            "cleo dora"),
        at(
            "those of it who are there",
            away(
                "from: 2026-03-03, until: 2026-03-03}, {who: ben, from: 2026-03-02, until:"
                    + " 2026-03-03}, {who: cleo, from: 2026-03-01, until: 2026-03-31"),
            "2026-03-03T23:00+01:00",
            "dora"),
        at(
            "all of all away",
            away(
                "from: 2026-03-03, until: 2026-03-03}, {who: ben, from: 2026-03-02, until:"
                    + " 2026-03-03}, {who: cleo, from: 2026-03-01, until: 2026-03-31}, {who: dora,"
                    + " from: 2026-03-03, until: 2026-03-03"),
            "2026-03-03T23:00+01:00",
            ""),
        // swaps
        at("one for another", SWAPPED, "2026-03-03T23:00+01:00", "cleo ben"),
        at("after midnight too", SWAPPED, "2026-03-04T05:00+01:00", "cleo ben"),
        at("that night only", SWAPPED, "2026-03-04T23:00+01:00", "ana ben"),
        at(
            "swapped twice",
            SWAPPED.replace(
                "cleo}]\n", "cleo}, {shift: night, date: 2026-03-03, out: cleo, in: dora}]\n"),
            "2026-03-03T23:00+01:00",
            "dora ben"),
        at(
            "swapped out while away",
            SWAPPED + "absences: [{who: ana, from: 2026-03-03, until: 2026-03-03}]\n",
            "2026-03-03T23:00+01:00",
            "cleo ben"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onShift(String name, String yaml, OffsetDateTime now, Set<String> expected) {
    assertThat(Written.roster(yaml).onShift(now.toInstant())).isEqualTo(expected);
  }

  @Test
  void withoutShiftsNobodyIsExpectedAndNothingIsAGap() {
    var roster = Written.roster("groups: []\n");
    var now = Instant.parse("2026-03-02T00:00:00Z");
    assertThat(roster.planned()).isFalse();
    assertThat(roster.onShift(now)).isEmpty();
    assertThat(roster.gaps(now, now.plusSeconds(86_400))).isEmpty();
  }

  private static Arguments at(String name, String yaml, String now, String expected) {
    return Arguments.of(
        name,
        yaml,
        OffsetDateTime.parse(now),
        expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")));
  }

  private static String shift(String described, String zone) {
    return "shifts: [{name: Shift, time-zone: " + zone + ", id: " + described + "}]\n";
  }

  private static String zoned(String zone) {
    return shift("day, hours: 08:00-16:00, who: [ana]", zone);
  }

  private static String away(String days) {
    return ANA_AWAY.formatted(days);
  }
}
