package org.havenline.routingconfig.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.havenline.routingconfig.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way in which a roster contradicts itself, planted into one that does not.
class RosterFindingsTest {
  private static final String SOUND =
      """
      groups:
        - id: reserve
          members: [cleo, dora]
      shifts:
        - id: night
          name: Night
          days: [monday, friday]
          hours: 22:00-06:00
          time-zone: Europe/Paris
          from: 2026-01-05
          until: 2026-12-31
          every-weeks: 2
          who: [ana, ben]
          fallback: reserve
      swaps:
        - {shift: night, date: 2026-01-19, out: ana, in: cleo}
      absences:
        - {who: ana, from: 2026-12-20, until: 2027-01-03}
      on-call:
        - id: duty
          numbers: ["+12025550199"]
          rotation:
            hand-over: weekly
            at: 09:00
            time-zone: Europe/Paris
            from: 2026-01-05
            people: [ana, ben, "+12025550177"]
            stand-ins:
              - {from: 2026-02-01 18:00, until: 2026-02-03 09:00, who: cleo}
      """;

  @Test
  void soundRosterHasNoFinding() {
    assertThat(Written.findings(SOUND)).isEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        // people
        fault(3, "[cleo, dora]", "[cleo, dorra]", "there is no responder 'dorra'"),
        fault(2, "[cleo, dora]", "[]", "nobody is in this group"),
        fault(3, "[cleo, dora]", "[cleo, cleo]", "the same responder is there twice"),
        fault(2, "[cleo, dora]", "[cleo, jonas]", "'jonas' is on a shift but does not answer"),
        fault(13, "[ana, ben]\n", "[ana, benn]\n", "there is no responder 'benn'"),
        fault(13, "[ana, ben]\n", "[ana, ana, ben]\n", "the same responder is there twice"),
        fault(5, "[ana, ben]\n", "[ana, ben, jonas]\n", "'jonas' is on a shift but does not"),
        fault(14, "fallback: reserve", "fallback: reserves", "there is no group 'reserves'"),
        // times
        fault(8, "22:00-06:00", "22-6", "these are not hours of a shift"),
        fault(8, "22:00-06:00", "24:00-06:00", "these are not hours of a shift"),
        fault(7, "[monday, friday]", "[monday, fryday]", "'fryday' is not known for 'days'"),
        fault(5, "[monday, friday]", "[]", "the shift 'night' never takes place"),
        fault(5, "until: 2026-12-31", "until: 2026-01-04", "the shift 'night' never takes place"),
        fault(5, "    from: 2026-01-05\n    u", "    u", "'every-weeks' has no week to count from"),
        fault(10, "2026-01-05", "2026-02-30", "'2026-02-30' is not a day of the calendar"),
        fault(10, "2026-01-05", "5.1.2026", "'5.1.2026' is not a day of the calendar"),
        fault(10, "2026-01-05", "+999999999-01-01", "is not a day of the calendar"),
        fault(12, "every-weeks: 2", "every-weeks: 0", "'every-weeks' must be a whole number"),
        fault(9, "Europe/Paris", "Europe/Pariss", "time zone is not known"),
        // swaps
        fault(16, "shift: night", "shift: nite", "there is no shift 'nite'"),
        fault(16, "2026-01-19", "2026-01-20", "there is no shift 'night' on 2026-01-20"),
        fault(16, "2026-01-19", "2026-01-12", "there is no shift 'night' on 2026-01-12"),
        fault(16, "2026-01-19", "2027-01-04", "there is no shift 'night' on 2027-01-04"),
        fault(16, "out: ana", "out: dora", "'dora' is not on the shift 'night' of 2026-01-19"),
        fault(16, "in: cleo", "in: ben", "'ben' is on the shift 'night' of 2026-01-19 already"),
        fault(16, "in: cleo", "in: ana", "'ana' is on the shift 'night' of 2026-01-19 already"),
        fault(16, "in: cleo", "in: jonas", "'jonas' is on a shift but does not answer"),
        fault(
            17,
            "in: cleo}\n",
            "in: cleo}\n  - {shift: night, date: 2026-01-19, out: ana, in: dora}\n",
            "'ana' is not on the shift 'night'"),
        fault(
            16,
            "who: ana, from: 2026-12-20",
            "who: cleo, from: 2026-01-10",
            "'cleo' is swapped into the shift 'night' of 2026-01-19, but is away"),
        // absences
        fault(18, "who: ana", "who: anna", "there is no responder 'anna'"),
        fault(18, "until: 2027-01-03", "until: 2026-12-19", "the absence ends before it begins"),
        // on call
        fault(27, "[ana, ben, ", "[ana, bert, ", "there is no responder 'bert'"),
        fault(20, "[ana, ben, ", "[ana, dora, ", "'dora' is on call in 'duty' but has no phone"),
        fault(20, "who: cleo}", "who: dora}", "'dora' is on call in 'duty' but has no phone"),
        fault(27, "\"+12025550177\"", "\"+1202\"", "this is not a telephone number that exists"),
        fault(23, "[ana, ben, \"+12025550177\"]", "[]", "nobody takes turns here"),
        fault(23, "weekly", "monthly", "'monthly' is not known for 'hand-over'"),
        fault(24, "at: 09:00", "at: 9", "'9' is not a time of the clock"),
        fault(23, "      from: 2026-01-05\n      p", "      p", "'from' is missing"),
        fault(29, "2026-02-01 18:00", "2026-02-04 18:00", "the stand-in ends before it begins"),
        fault(29, "2026-02-01 18:00", "2026-02-01", "'' is not a time of the clock"),
        fault(
            20,
            "who: cleo}\n",
            "who: cleo}\n        - {from: 2026-02-02 09:00, until: 2026-02-05 09:00, who: ben}\n",
            "two stand-ins are on call at once from 2026-02-02T09:00"),
        fault(
            20,
            "who: ana, from: 2026-12-20",
            "who: cleo, from: 2026-02-03",
            "a stand-in from 2026-02-01T18:00 is away in that time"),
        fault(22, "rotation:", "rotations:", "unknown key 'rotations'"));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("faults")
  void plantedFaultIsFoundAtItsLine(int line, String sound, String broken, String expected) {
    assertThat(SOUND).contains(sound);
    var at = SOUND.indexOf(sound);
    var yaml = SOUND.substring(0, at) + broken + SOUND.substring(at + sound.length());
    var findings = Written.findings(yaml);
    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.fault()).contains(expected);
          assertThat(finding.line()).isEqualTo(line);
        });
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.file()).isEqualTo("roster.yaml");
          assertThat(finding.remedy()).isNotBlank();
        });
    assertThat(findings).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void shiftThatNobodyWorksIsFound() {
    assertThat(Written.findings(SOUND.replace("who: [ana, ben]\n", "who: []\n")))
        .extracting(Finding::fault)
        .contains("nobody works the shift 'night'");
  }

  private static Arguments fault(int line, String sound, String broken, String expected) {
    return Arguments.of(line, sound, broken, expected);
  }
}
