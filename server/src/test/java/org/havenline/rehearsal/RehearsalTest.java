package org.havenline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.havenline.rehearsal.play.Fate;
import org.havenline.rehearsal.play.Matcher;
import org.havenline.rehearsal.play.Rehearsal;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.rehearsal.shown.HtmlReport;
import org.havenline.rehearsal.shown.JsonReport;
import org.havenline.rehearsal.shown.TextReport;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;
import org.junit.jupiter.api.Test;

/// A rehearsal does what the server does, and says what differs.
class RehearsalTest {
  private static final Path SCENARIOS = Path.of("../routing-config/scenarios");
  private static final String HEAD =
      """
      line: demo
      from: 2026-11-23
      days: 1
      arrivals: {recorded: arrivals.csv}
      """;
  private static final String COLUMNS = "arrived,channel,language,risk,minor,wishes\n";

  private final RoutingTables live = Stage.shipped();

  private List<Fate> played(String more, String csv) {
    var scenario = Stage.scenario(HEAD + more, live, COLUMNS + csv);
    return Rehearsal.play(live, scenario, Matcher.REAL, () -> false).fates();
  }

  /// The shipped tables with something replaced.
  private static RoutingTables draft(String old, String other) throws IOException {
    var files = new TreeMap<String, String>();
    for (var file : TableFiles.SHIPPED) {
      files.put(file, Files.readString(Path.of("../routing-config/tables", file)));
    }
    assertThat(files.get("plans.yaml")).contains(old);
    files.computeIfPresent("plans.yaml", (_, text) -> text.replace(old, other));
    return Stage.sound(RoutingTables.read(TableFiles.of(files), Set.of("waiting")));
  }

  private Scenario week() throws IOException {
    return Stage.scenario(Files.readString(SCENARIOS.resolve("week.yaml")), live);
  }

  @Test
  void theOnlyOneOnDutyIsAskedAndTakesIt() {
    var one =
        played(
                """
                responders:
                  reaction: {median: 5s, spread: 0}
                  shifts: [{who: [nadia], days: [mon], from: "00:00", until: "24:00"}]
                """,
                "2026-11-23T10:00,sms,ar,high,no,\n")
            .getFirst();
    assertThat(one.by()).hasToString("Optional[nadia]");
    assertThat(one.waited()).isEqualTo(Duration.ofSeconds(5));
    assertThat(one.inHerLanguage()).isTrue();
    assertThat(one.path().rule()).isEqualTo("high-risk");
  }

  @Test
  void whoSpeaksNoWordOfItIsAskedOnlyFromTheStepThatSaysSo() {
    var one =
        played(
                """
                responders:
                  reaction: {median: 5s, spread: 0}
                  shifts: [{who: [ruth], days: [mon], from: "00:00", until: "24:00"}]
                """,
                "2026-11-23T10:00,sms,ar,standard,no,\n")
            .getFirst();
    assertThat(one.waited()).isEqualTo(Duration.ofMinutes(8).plusSeconds(5));
    assertThat(one.inHerLanguage()).isFalse();
    assertThat(one.pages()).isEqualTo(1);
  }

  @Test
  void aWishIsNeverTakenAwayHoweverLongSheWaits() {
    var one =
        played(
                "responders: {shifts: [{who: [tomas], days: [mon], from: \"00:00\", until:"
                    + " \"24:00\"}]}\n",
                "2026-11-23T10:00,sms,es,standard,no,woman\n")
            .getFirst();
    assertThat(one.end()).isEqualTo(Fate.End.NOT_ANSWERED);
  }

  @Test
  void offersExpireAndTheContactGoesToTheNext() {
    var one =
        played(
                """
                responders:
                  reaction: {median: 50s, spread: 0}
                  comes-back: 3m
                """,
                "2026-11-23T10:00,sms,es,standard,no,\n")
            .getFirst();
    assertThat(one.offers()).isGreaterThan(1);
    assertThat(one.end()).isEqualTo(Fate.End.NOT_ANSWERED);
  }

  @Test
  void severalAskedAtOnceAreSlowedByNobodyWhoDoesNotReactAndTheOthersAreFreeAgain()
      throws IOException {
    var together =
        draft("        offer-timeout: 45s", "        ask: 2\n        offer-timeout: 45s");
    var two = "2026-11-23T10:00,sms,es,standard,no,\n2026-11-23T10:00:30,sms,es,standard,no,\n";
    var scenario =
        Stage.scenario(
            HEAD
                + """
                responders:
                  reaction: {median: 5s, spread: 0}
                  shifts: [{who: [lucia, tomas], days: [mon], from: "00:00", until: "24:00"}]
                handling: [{median: 20m, spread: 0}]
                """,
            live,
            COLUMNS + two);
    var fates = Rehearsal.play(together, scenario, Matcher.REAL, () -> false).fates();
    assertThat(fates).allSatisfy(one -> assertThat(one.waited()).isEqualTo(Duration.ofSeconds(5)));
    assertThat(fates).extracting(Fate::offers).containsExactly(2, 2);
    assertThat(fates).extracting(one -> one.by().orElseThrow().value()).doesNotHaveDuplicates();
    assertThat(fates.getFirst().path().atOnce()).isEqualTo(2);
  }

  @Test
  void aSecondCallWaitsUntilTheFirstIsOver() {
    var fates =
        played(
            """
            responders:
              reaction: {median: 1s, spread: 0}
              shifts: [{who: [nadia], days: [mon], from: "00:00", until: "24:00"}]
            handling: [{median: 20m, spread: 0}]
            """,
            "2026-11-23T10:00,voice,ar,high,no,\n2026-11-23T10:05,sms,ar,high,no,\n");
    assertThat(fates.get(1).waited()).isEqualTo(Duration.ofMinutes(15).plusSeconds(2));
  }

  @Test
  void whoLosesPatienceIsGone() {
    var one =
        played(
                """
                responders: {shifts: [{who: [nadia], days: [tue], from: "08:00", until: "09:00"}]}
                patience: [{median: 10m, spread: 0}]
                """,
                "2026-11-23T10:00,sms,ar,high,no,\n")
            .getFirst();
    assertThat(one.end()).isEqualTo(Fate.End.GAVE_UP);
  }

  @Test
  void theSameSeedGivesTheSameWeekAndAnotherAnother() throws IOException {
    var simulation = new Simulation(5, () -> false);
    var first = JsonReport.of(simulation.run(week(), live, Optional.empty()));
    assertThat(JsonReport.of(simulation.run(week(), live, Optional.empty()))).isEqualTo(first);
    var other =
        Stage.scenario(
            Files.readString(SCENARIOS.resolve("week.yaml")).replaceFirst("seed: 1 ", "seed: 2 "),
            live);
    assertThat(JsonReport.of(simulation.run(other, live, Optional.empty()))).isNotEqualTo(first);
  }

  @Test
  void aDraftThatIsTheSameChangesNobodysPath() throws IOException {
    var report = new Simulation(5, () -> false).run(week(), live, Optional.of(Stage.shipped()));
    assertThat(report.changes().kinds()).isEmpty();
    assertThat(report.changes().byAnother()).isZero();
    assertThat(report.sides().getFirst().all()).isEqualTo(report.sides().getLast().all());
  }

  @Test
  void aChangedRuleSaysWhomItConcerns() throws IOException {
    var draft = draft("when: risk >= HIGH", "when: risk >= ELEVATED");
    var report = new Simulation(1000, () -> false).run(week(), live, Optional.of(draft));
    var kind =
        report.changes().kinds().stream()
            .filter(
                one -> one.what().startsWith("rule everyone → high-risk; queue everyday → urgent"))
            .findFirst()
            .orElseThrow();
    assertThat(kind.contacts()).isEqualTo(report.changes().decidedOtherwise()).isPositive();
    assertThat(kind.those())
        .hasSize(kind.contacts())
        .allSatisfy(one -> assertThat(one.contact()).contains("risk ELEVATED"));
  }

  @Test
  void everyFormShowsEveryTableAndNeedsNothingElse() throws IOException {
    var report = new Simulation(3, () -> false).run(week(), live, Optional.of(live));
    assertThat(TextReport.of(report)).contains("live", "draft", "IMMEDIATE", "Spanish", "lucia");
    var page = HtmlReport.of(report);
    assertThat(page)
        .contains("Waits by risk", "minutes until answered", "per cent of time on duty");
    assertThat(page).doesNotContain("<script", "http://", "https://", "src=", "style=\"", "NaN");
    assertThat(Pattern.compile("<svg").matcher(page).results()).hasSize(6);
  }
}
