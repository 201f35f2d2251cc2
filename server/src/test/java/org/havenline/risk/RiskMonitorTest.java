package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.LevelRow;
import org.havenline.routingconfig.risk.LevelTable;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskMonitorTest {
  private static final String PASSPORT = "fn:maxgaps(3 fn:ordered(fn:or(took keeps) passport))";

  @Test
  void namesTheWordsByTheirPlaces() {
    try (RiskMonitor monitor = monitor(rule("en.passport", PASSPORT))) {
      Signal signal = monitor.assess("He took my old pasport!", Set.of("en")).signals().getFirst();

      assertThat(signal.words()).containsExactly(new Span(3, 7), new Span(15, 22));
    }
  }

  @Test
  void placesAreRightBehindEmojiAndCombiningMarks() {
    String text = "👩‍👧 e\u0301l tomo\u0301 mi pasaporte";
    try (RiskMonitor monitor = monitor(rule("es.passport", "\"tomo mi pasaporte\""))) {
      List<Span> words = monitor.assess(text, Set.of("es-MX")).signals().getFirst().words();

      assertThat(words.stream().map(word -> text.substring(word.start(), word.end())))
          .containsExactly("tomo\u0301 mi pasaporte");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pasport~",
        "passport~1",
        "pass*",
        "p?ssport",
        "*port",
        "/pass.*/",
        "[a TO z]",
        "*:*",
        "-passport",
        "fn:wildcard(pass*)",
        "fn:fuzzyTerm(pasport)",
        "other:passport",
        "(((",
        "fn:nonsense(a)",
        "\"\"",
        "a^1e99x",
        "+ok -pass*"
      })
  void refusesWhatWouldRunOnEveryMessageOrNone(String query) {
    try (RiskMonitor monitor = monitor(rule("en.bad", query), rule("en.good", PASSPORT))) {
      assertThat(monitor.brokenRules())
          .extracting(Finding::fault)
          .singleElement()
          .asString()
          .startsWith("en.bad: ");
      assertThat(monitor.assess("she keeps my passport", Set.of("en")).signals())
          .extracting(Signal::ruleId)
          .containsExactly("en.good");
    }
  }

  @Test
  void ruleWithTooManyWordsIsRefusedNotSilent() {
    String many =
        IntStream.range(0, 2000).mapToObj(i -> "word" + i).reduce("fn:or(", (a, b) -> a + " " + b);
    try (RiskMonitor monitor = monitor(rule("en.many", many + ")"))) {
      assertThat(monitor.brokenRules())
          .extracting(Finding::toString)
          .first()
          .asString()
          .startsWith("en.yaml:1 en.many: the query has too many words. Cut it");
    }
  }

  @Test
  void denialTakesBackOnlyWhatItDenies() {
    RiskRule danger =
        rule("en.danger", List.of("\"in danger\""), List.of("fn:or(not never)"), List.of("film"));
    try (RiskMonitor monitor = monitor(danger)) {
      assertThat(monitor.assess("i am not really in danger", Set.of("en")).signals()).isEmpty();
      assertThat(monitor.assess("in danger in that film", Set.of("en")).signals()).isEmpty();
      assertThat(
              monitor
                  .assess(
                      "yesterday i was not in danger but today he is back and so i am in danger",
                      Set.of("en"))
                  .signals())
          .hasSize(1);
    }
  }

  @Test
  void wordNextToOneThatTakesBackSilencesNothing() {
    RiskRule hits = rule("en.hits", List.of("attacked"), List.of("nobodys"), List.of("cartoon"));
    try (RiskMonitor monitor = monitor(hits)) {
      assertThat(monitor.assess("attacked in a cartoon", Set.of("en")).signals()).isEmpty();
      // one letter less, another one, one more than the word of the rule
      for (String near : List.of("carton", "carttoon", "cartown")) {
        assertThat(monitor.assess("attaked in a " + near, Set.of("en")).signals())
            .as(near)
            .hasSize(1);
      }
    }
  }

  @Test
  void onlyRulesOfTheLanguagesAskedForApply() {
    try (RiskMonitor monitor =
        monitor(rule("en.a", "casa"), rule("es.a", "casa"), rule("neutral.a", "0mg"))) {
      assertThat(monitor.assess("casa 800mg", Set.of("es", "xx")).signals())
          .extracting(Signal::ruleId)
          .containsExactly("es.a", "neutral.a");
    }
  }

  @Test
  void twoMessagesAddUpAsIfOneHadSaidBoth() {
    try (RiskMonitor monitor =
        monitor(rule("en.a", "alpha", "code-a"), rule("en.b", "bravo", "code-b"))) {
      RiskAssessment first = monitor.assess("alpha", Set.of("en"));
      RiskAssessment second = monitor.assess("bravo", Set.of("en"));

      assertThat(first.level()).isEqualTo(RiskLevel.HIGH);
      assertThat(first.and(second).level()).isEqualTo(RiskLevel.HIGH);
      assertThat(monitor.together(first, second).level()).isEqualTo(RiskLevel.IMMEDIATE);
      assertThat(monitor.together(first, RiskAssessment.none())).isEqualTo(first);
    }
  }

  @Test
  void closingEndsItsThread() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    RiskMonitor monitor = monitor(rule("en.a", "alpha"));
    monitor.assess("alpha", Set.of("en"));
    List<Thread> started =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && thread.getName().contains("cache-purge"))
            .toList();

    monitor.close();

    assertThat(started).hasSize(1);
    started.getFirst().join();
  }

  private static RiskRule rule(String id, String query) {
    return rule(id, query, "code-a");
  }

  private static RiskRule rule(String id, String query, String code) {
    return MadeUpRule.of(id, code, query);
  }

  private static RiskRule rule(
      String id, List<String> query, List<String> unlessAfter, List<String> unless) {
    return MadeUpRule.of(id, "code-a", query, unlessAfter, unless);
  }

  private static RiskMonitor monitor(RiskRule... rules) {
    return RiskMonitor.of(rules(rules));
  }

  private static RiskRules rules(RiskRule... rules) {
    LevelRow row = new LevelRow(Set.of(), Map.of(RiskLevel.HIGH, 2), RiskLevel.IMMEDIATE);
    return new RiskRules(List.of(rules), new LevelTable(Map.of(), List.of(row)), List.of());
  }
}
