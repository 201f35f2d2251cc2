package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routingconfig.risk.LevelTable;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.testing.HostileTexts;
import org.havenline.testing.LeastCost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts, and rules, written to break or to stall the reading of messages.
class HostileTextsTest {
  private static final Set<String> LANGUAGES = Set.of("en", "es", "ar");

  @Test
  void noTextFailsOrStallsTheReading() {
    try (RiskMonitor monitor = RiskMonitor.of(RiskRules.shipped())) {
      LeastCost cost =
          LeastCost.of(
              HostileTexts.all(), text -> assertThat(monitor.assess(text, LANGUAGES)).isNotNull());
      System.out.println("risk, three languages: " + cost);

      assertThat(cost.micros().values()).allMatch(least -> least <= 50_000);
      assertThat(monitor.brokenRules()).isEmpty();
    }
  }

  static Stream<String> hostileQueries() {
    return Stream.of(
        "(".repeat(10_000) + "a" + ")".repeat(10_000),
        "fn:or(".repeat(5_000) + "a" + ")".repeat(5_000),
        String.join(" OR ", Collections.nCopies(10_000, "passport")),
        String.join(" ", Collections.nCopies(500, "passport~2")),
        String.join(" ", Collections.nCopies(10_000, "+a")),
        "/(.*a){30}/",
        "*a*b*",
        "a^1e38",
        "[a TO zzzzzz]",
        "secret:passport",
        "\"" + "a ".repeat(20_000) + "\"",
        "\"a b\"~2000000000",
        "fn:maxgaps(2000000000 fn:ordered(a b))",
        "\ud83d",
        "\u0000",
        "'",
        "-".repeat(10_000) + "a",
        "NOT ".repeat(10_000) + "a",
        "\\".repeat(9_999),
        "a".repeat(50_000));
  }

  /// A rule of an administrator, pasted wrongly, must not stop the server at its start.
  @ParameterizedTest(name = "{index}")
  @MethodSource("hostileQueries")
  void noQueryOfARuleStopsTheOthers(String query) {
    RiskRules rules =
        new RiskRules(
            List.of(
                MadeUpRule.of("en.hostile", "threats", query),
                MadeUpRule.of("en.good", "threats", "passport")),
            new LevelTable(Map.of(), List.of()),
            List.of());
    try (RiskMonitor monitor = RiskMonitor.of(rules)) {
      assertThat(monitor.assess("my passport", Set.of("en")).signals())
          .extracting(Signal::ruleId)
          .contains("en.good");
      assertThat(monitor.brokenRules()).allMatch(finding -> finding.toString().length() < 400);
    }
  }
}
