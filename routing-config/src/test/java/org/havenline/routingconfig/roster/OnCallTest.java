package org.havenline.routingconfig.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.havenline.routingconfig.oncall.Callee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who is on call, case by case. 2026-03-02 is a Monday.
class OnCallTest {
  private static final String WEEKLY =
      """
      on-call:
        - id: duty
          rotation: {hand-over: weekly, at: 09:00, time-zone: Europe/Paris, from: 2026-03-02,
            people: [ana, ben, "+12025550177"]%s}
      %s
      """;
  private static final String PLAIN = WEEKLY.formatted("", "");
  private static final String DAILY = PLAIN.replace("weekly", "daily").replace("09:00", "02:30");
  private static final String BEN_FOR_A_DAY =
      WEEKLY.formatted(
          ", stand-ins: [{from: 2026-03-04 18:00, until: 2026-03-05 18:00, who: ben}]", "");
  private static final String ANA_AWAY = away("{who: ana, from: 2026-03-04, until: 2026-03-04}");

  static Stream<Arguments> cases() {
    return Stream.of(
        at("before the first hand-over nobody", PLAIN, "2026-03-02T08:59+01:00", ""),
        at("the first hand-over", PLAIN, "2026-03-02T09:00+01:00", "ana"),
        at("until the next", PLAIN, "2026-03-09T08:59+01:00", "ana"),
        at("the next", PLAIN, "2026-03-09T09:00+01:00", "ben"),
        at("a number takes its turn", PLAIN, "2026-03-20T12:00+01:00", "+12025550177"),
        at("round", PLAIN, "2026-03-23T09:00+01:00", "ana"),
        at("by the summer clock", PLAIN, "2026-03-30T09:00+02:00", "ben"),
        at("not before", PLAIN, "2026-03-30T08:59+02:00", "ana"),
        at("years later", PLAIN, "2028-02-29T12:00+01:00", "+12025550177"),
        at("daily", DAILY, "2026-03-03T02:30+01:00", "ben"),
        at("daily, before", DAILY, "2026-03-03T02:29+01:00", "ana"),
        at("hand-over at a time that is skipped", DAILY, "2026-03-29T03:00+02:00", "ana"),
        at("just before the skip", DAILY, "2026-03-29T01:59+01:00", "+12025550177"),
        at("hand-over at the first 2:30", DAILY, "2026-10-25T02:30+02:00", "ana"),
        at("none at the second", DAILY, "2026-10-25T02:30+01:00", "ana"),
        at("before a stand-in", BEN_FOR_A_DAY, "2026-03-04T17:59+01:00", "ana"),
        at("a stand-in", BEN_FOR_A_DAY, "2026-03-04T18:00+01:00", "ben"),
        at("after a stand-in", BEN_FOR_A_DAY, "2026-03-05T18:00+01:00", "ana"),
        at("who is away is passed over", ANA_AWAY, "2026-03-04T00:00+01:00", "ben"),
        at("from midnight", ANA_AWAY, "2026-03-03T23:59+01:00", "ana"),
        at("to midnight", ANA_AWAY, "2026-03-05T00:00+01:00", "ana"),
        at("the order of turns stays", ANA_AWAY, "2026-03-09T09:00+01:00", "ben"),
        at(
            "two away: the third",
            away(
                "{who: ana, from: 2026-03-04, until: 2026-03-04},"
                    + " {who: ben, from: 2026-03-04, until: 2026-03-04}"),
            "2026-03-04T12:00+01:00",
            "+12025550177"),
        at(
            "numbers besides, always first",
            PLAIN.replace("rotation:", "numbers: [\"+12025550188\"]\n    rotation:"),
            "2026-03-02T10:00+01:00",
            "+12025550188 ana"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onCall(String name, String yaml, OffsetDateTime now, List<Callee> expected) {
    assertThat(Written.roster(yaml).onCall("duty", now.toInstant())).isEqualTo(expected);
  }

  @Test
  void peopleArePagedAtTheirOwnPhones() {
    var roster = Written.roster(PLAIN);
    assertThat(roster.numbersToPage("duty", Instant.parse("2026-03-09T12:00:00Z")))
        .containsExactly("+12025550102");
  }

  @Test
  void whenNobodyIsOnCallEveryoneOfTheEntryIsPaged() {
    assertThat(Written.roster(PLAIN).numbersToPage("duty", Instant.parse("2026-03-01T12:00:00Z")))
        .containsExactly("+12025550101", "+12025550102", "+12025550177");
  }

  @Test
  void spansFillTheWholeTimeAndEndAtEachHandOver() {
    var since = Instant.parse("2026-03-02T00:00:00Z");
    var before = since.plus(Duration.ofDays(28));
    var spans = Written.roster(ANA_AWAY).onCallSpans("duty", since, before);
    assertThat(spans.getFirst().from()).isEqualTo(since);
    assertThat(spans.getLast().until()).isEqualTo(before);
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).until());
    }
    assertThat(spans)
        .extracting(Span::onCall)
        .startsWith(List.of(), ana(), List.of(new Callee.Person("ben")), ana());
    assertThat(spans).hasSize(7);
  }

  @Test
  void oneWhoIsAlwaysOnCallHasASpanForEachTurnButNoChange() {
    var roster = Written.roster(PLAIN.replace("[ana, ben, \"+12025550177\"]", "[ana]"));
    var since = Instant.parse("2026-03-03T00:00:00Z");
    var before = since.plus(Duration.ofDays(14));
    assertThat(roster.onCallSpans("duty", since, before)).hasSize(3);
    assertThat(roster.changes(since, before)).isEmpty();
  }

  @Test
  void anEntryThatIsNotThereIsAnError() {
    var roster = Written.roster(PLAIN);
    assertThatThrownBy(() -> roster.onCall("boss", Instant.EPOCH))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void numbersAreNeverPrinted() {
    var roster = Written.roster(BEN_FOR_A_DAY.replace("who: ben", "who: \"+12025550166\""));
    assertThat(roster + " " + roster.onCall() + roster.onCall().getFirst().everyone())
        .doesNotContain("+1202")
        .contains("duty");
  }

  private static List<Callee> ana() {
    return List.of(new Callee.Person("ana"));
  }

  private static String away(String absences) {
    return WEEKLY.formatted("", "absences: [" + absences + "]");
  }

  private static Arguments at(String name, String yaml, String now, String expected) {
    return Arguments.of(
        name,
        yaml,
        OffsetDateTime.parse(now),
        Stream.of(expected.split(" "))
            .filter(one -> !one.isEmpty())
            .map(one -> one.startsWith("+") ? new Callee.Phone(one) : new Callee.Person(one))
            .toList());
  }
}
