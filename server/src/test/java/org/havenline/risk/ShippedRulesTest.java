package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {
  private static final RiskRules RULES = RiskRules.shipped();
  private static final RiskMonitor MONITOR = RiskMonitor.of(RULES);

  @AfterAll
  static void close() {
    MONITOR.close();
  }

  @Test
  void everyRuleIsStored() {
    assertThat(RULES.findings()).isEmpty();
    assertThat(MONITOR.brokenRules()).isEmpty();
  }

  @Test
  void everyExampleComesOutAsItsAuthorSays() {
    assertThat(RuleExamples.failing(MONITOR, RULES)).isEmpty();
  }

  @Test
  void failingExamplesWouldBeSeen() {
    RiskRule rule = RULES.rules().getFirst();
    RiskRule swapped =
        new RiskRule(
            rule.id(),
            rule.language(),
            rule.code(),
            rule.level(),
            rule.query(),
            List.of(),
            List.of(),
            rule.noMatch(),
            rule.match(),
            "us",
            rule.state(),
            rule.file(),
            rule.line());

    assertThat(
            RuleExamples.failing(
                MONITOR, new RiskRules(List.of(swapped), RULES.levels(), List.of())))
        .hasSize(rule.match().size() + rule.noMatch().size());
  }

  @Test
  void mainLanguagesHaveSixtyRulesEach() {
    for (String language : List.of("en", "es", "fr", "ar", "uk")) {
      assertThat(RULES.rules())
          .filteredOn(rule -> rule.language().equals(language))
          .hasSizeGreaterThanOrEqualTo(60);
    }
  }

  @Test
  void ordinaryTextsSeldomRaiseAnAlarm() throws IOException {
    Path texts = shared("risk/SMSSpamCollection.tsv");
    assumeTrue(texts != null, "no ../shared/data beside the project: false alarms not measured");
    List<String> ham;
    try (Stream<String> lines = Files.lines(texts)) {
      ham = lines.filter(line -> line.startsWith("ham\t")).map(line -> line.substring(4)).toList();
    }
    List<RiskLevel> levels =
        ham.stream().map(text -> MONITOR.assess(text, Set.of("en")).level()).toList();
    double high = share(levels, RiskLevel.HIGH);
    double immediate = share(levels, RiskLevel.IMMEDIATE);
    System.out.printf(
        "%d ordinary texts: HIGH or above %.2f %%, IMMEDIATE %.3f %%%n",
        ham.size(), high, immediate);

    assertThat(high).isLessThanOrEqualTo(0.5);
    assertThat(immediate).isLessThanOrEqualTo(0.05);
  }

  private static double share(List<RiskLevel> levels, RiskLevel atLeast) {
    long count = levels.stream().filter(level -> level.compareTo(atLeast) <= 0).count();
    return 100.0 * count / levels.size();
  }

  private static @Nullable Path shared(String file) {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path found = up.resolve("shared/data").resolve(file);
      if (Files.exists(found)) {
        return found;
      }
    }
    return null;
  }
}
