package org.havenline.routingconfig.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RiskLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskRulesTest {
  private static final String GOOD =
      """
      language: es
      author: Ana
      state: drafted
      words:
        jefe: [jefe, la patrona]
      rules:
        - id: es.pega
          code: violence
          level: high
          query: 'fn:ordered({jefe} pega)'
          unless-after: [no]
          match: mi jefe me pega
          no-match: [hola]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writesLevels() throws IOException {
    write(
        "levels.yaml",
        """
        codes:
          violence: "hurt"
        rows:
          - at-least: {high: 2}
            then: immediate
        """);
  }

  @Test
  void shippedRulesHaveNoFinding() {
    RiskRules shipped = RiskRules.shipped();

    assertThat(shipped.findings()).isEmpty();
    assertThat(shipped.rules()).hasSizeGreaterThan(300);
    assertThat(shipped.rules()).allMatch(rule -> !rule.author().isBlank());
  }

  @Test
  void writesWordGroupsOut() throws IOException {
    write("es.yaml", GOOD);

    RiskRule rule = RiskRules.read(folder).rules().getFirst();

    assertThat(rule.query()).containsExactly("fn:ordered(fn:or(jefe \"la patrona\") pega)");
    assertThat(rule.match()).containsExactly("mi jefe me pega");
    assertThat(rule.state()).isEqualTo(ReviewState.DRAFTED);
    assertThat(rule.line()).isEqualTo(7);
  }

  @Test
  void namesAllFaultsAtOnceEachWithItsLine() throws IOException {
    write(
        "es.yaml",
        GOOD
            + """
              - id: en.wrong
                code: voilence
                level: urgent
                query: '{jefa}'
                match: [x]
                colour: red
              - id: es.pega
                code: violence
                level: high
                query: golpea
                match: [golpea]
                no-match: [hola]
            """);
    write("fr.yaml", "language: [fr\n");

    RiskRules rules = RiskRules.read(folder);

    assertThat(rules.rules()).extracting(RiskRule::id).containsExactly("es.pega");
    assertThat(rules.findings())
        .extracting(Finding::toString)
        .anyMatch(text -> text.startsWith("es.yaml:14 id en.wrong is not es."))
        .anyMatch(text -> text.startsWith("es.yaml:15 code voilence is unknown. Choose one"))
        .anyMatch(text -> text.startsWith("es.yaml:16 level is urgent. Write one of immediate,"))
        .anyMatch(text -> text.startsWith("es.yaml:17 {jefa} is not a group of words"))
        .anyMatch(text -> text.startsWith("es.yaml:19 colour is not a known key"))
        .anyMatch(text -> text.startsWith("es.yaml:14 no-match is missing"))
        .anyMatch(text -> text.startsWith("es.yaml:20 id es.pega stands twice"))
        .anyMatch(text -> text.startsWith("fr.yaml:2 "));
  }

  @Test
  void fileThatIsNotUtf8DoesNotBlindTheOthers() throws IOException {
    write("es.yaml", GOOD);
    Files.write(folder.resolve("fr.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    RiskRules rules = RiskRules.read(folder);

    assertThat(rules.rules()).hasSize(1);
    assertThat(rules.findings()).extracting(Finding::file).containsOnly("fr.yaml");
  }

  @Test
  void signalsAddUpByTheTableAndNeverDown() throws IOException {
    LevelTable table = RiskRules.read(folder).levels();

    assertThat(table.level(Map.of())).isEqualTo(RiskLevel.STANDARD);
    assertThat(table.level(Map.of("a", RiskLevel.HIGH))).isEqualTo(RiskLevel.HIGH);
    assertThat(table.level(Map.of("a", RiskLevel.HIGH, "b", RiskLevel.ELEVATED)))
        .isEqualTo(RiskLevel.HIGH);
    assertThat(table.level(Map.of("a", RiskLevel.HIGH, "b", RiskLevel.HIGH)))
        .isEqualTo(RiskLevel.IMMEDIATE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
