package org.havenline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `decisions.txt`: contacts and what becomes of them, for people who read tables, not code.
class DecisionTableTest {
  private static final RoutingPlan PLAN = RoutingPlan.of(Contacts.tables(), "demo");

  static Stream<String> lines() throws IOException {
    try (var in = DecisionTableTest.class.getResourceAsStream("decisions.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void contactIsDecidedAsTheTableSays(String line) {
    var sides = line.split("->", 2);
    assertThat(shown(PLAN.decide(triage(sides[0].strip()), Contacts.NOON)))
        .isEqualTo(sides[1].strip());
  }

  private static Triage triage(String words) {
    var word = words.split(" +", -1);
    return new Triage(
        Channel.valueOf(word[0].toUpperCase(Locale.ROOT)),
        word[1],
        Double.parseDouble(word[2]),
        RiskLevel.valueOf(word[3]),
        word[4].replace("\"", ""),
        word[5].equals("minor"),
        word[6].equals("-") ? Set.of() : Set.of(Gender.valueOf(word[6].toUpperCase(Locale.ROOT))));
  }

  private static String shown(RoutingDecision decision) {
    var needs = new ArrayList<String>();
    needs.add(
        decision.requirement().languages().isEmpty()
            ? "any"
            : String.join("/", decision.requirement().languages())
                + " "
                + lower(decision.requirement().level()));
    needs.addAll(decision.requirement().skills().keySet().stream().sorted().toList());
    needs.addAll(decision.requirement().wishes().stream().map(DecisionTableTest::lower).toList());
    return "%s (%s) %s; %d s%s; %d s"
        .formatted(
            decision.queue(),
            decision.rule(),
            String.join(" ", List.copyOf(needs)),
            decision.headStart().toSeconds(),
            decision.virtualArrival() < 0 ? ", before all" : "",
            decision.offerTimeout().toSeconds());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
