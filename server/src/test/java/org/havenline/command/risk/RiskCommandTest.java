package org.havenline.command.risk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.havenline.command.Refused;
import org.havenline.routingconfig.risk.RiskRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RiskCommandTest {
  private static final RiskCommand.Trials NO_TRIALS =
      (_, _, _, _) -> {
        throw new IllegalStateException("no store");
      };

  private static final String LEVELS =
      """
      codes: {threats: she is threatened, violence: she is hit, child: a child is concerned}
      rows:
        - at-least: {high: 2}
          then: immediate
        - codes: [threats, child]
          then: immediate
      """;

  private static final String ENGLISH =
      """
      language: en
      author: us
      state: drafted
      rules:
        - {id: en.kill-me, code: threats, level: high, query: '"kill me"', unless-after: [not],
           match: [he will kill me], no-match: [he will not kill me]}
        - {id: en.hits-me, code: violence, level: high, query: '"hits me"',
           match: [he hits me], no-match: [it hits him]}
      """;

  private static final String SPANISH =
      """
      language: es
      author: us
      state: drafted
      rules:
        - {id: es.hits, code: violence, level: elevated, query: 'golpea OR hits',
           match: [me golpea], no-match: [me canta]}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("levels.yaml"), LEVELS);
    Files.writeString(folder.resolve("en.yaml"), ENGLISH);
    Files.writeString(folder.resolve("es.yaml"), SPANISH);
  }

  @Test
  void tryNamesLanguageSignalsWordsAndReasons() {
    assertThat(run("try", "my husband said tonight he will kill me", "--language", "en")).isZero();
    assertThat(printed())
        .contains(
            "Language",
            "Sure enough to be set without asking.",
            "Prior, her choice: en 450 times as likely as a language not named",
            "Signals by the rules for en and for every language",
            "HIGH threats en.kill-me \"kill me\"",
            "Level HIGH",
            "because of en.kill-me",
            "not IMMEDIATE: no signal is",
            "needs 2 codes at HIGH or above; 1 found at HIGH or above",
            "needs child and threats; child is missing",
            "not less: signals only raise a level, and a person lowers it")
        .containsPattern(
            "One reading takes [0-9,]+ µs for the language and [0-9,]+ µs for the rules");
  }

  @Test
  void tryNamesTheRowThatRaised() {
    run("try", "he hits me, he will kill me", "--language", "en");
    assertThat(printed())
        .contains(
            "Level IMMEDIATE",
            "because of levels.yaml, 2 codes at HIGH or above: threats, violence")
        .doesNotContain("not IMMEDIATE");
  }

  @Test
  void tryShowsWhatWasTakenBack() {
    run("try", "he will not kill me", "--language", "en");
    assertThat(printed())
        .contains(
            "language none Found, and taken back by the words around (unless, unless-after):"
                + " HIGH threats en.kill-me \"kill me\"",
            "Level STANDARD",
            "no rule found its words")
        .doesNotContain("not IMMEDIATE");
  }

  @Test
  void wordsStandOnceAndAsTheyStandInTheMessage() throws IOException {
    Files.writeString(
        folder.resolve("en.yaml"),
        ENGLISH.replace(
            "'\"kill me\"'",
            "['fn:unordered(he kill me)', '\"will kill me\"', 'fn:unordered(tonight he)']"));
    run("try", "tonight, or soon,  he will kill  me", "--language", "en");
    assertThat(out.toString(UTF_8)).contains("\"tonight ... he will kill  me\"");
  }

  @Test
  void tryAsksWhereTheLanguageIsNotSure() {
    run("try", "ok", "--from", "+50370001234");
    assertThat(printed())
        .contains(
            "es 7",
            "en 1",
            "Set for now; she may correct it with one key.",
            "Prior, her number: es ")
        .contains("the server keeps it at ELEVATED at least");
    out.reset();
    run("try", "...", "--from", "nonsense");
    assertThat(printed())
        .contains("nothing to go by", "Not sure: she is asked", "Prior, her number: says nothing");
  }

  @Test
  void trySaysThatARuleIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("en.yaml"), ENGLISH.replace("'\"hits me\"'", "'hit*'"));
    run("try", "he hits me", "--language", "en");
    assertThat(printed()).contains("Rules left out", "en.yaml:7 en.hits-me: ", "Level STANDARD");
  }

  @Test
  void testCountsPerLanguageAndSharedWords() {
    assertThat(run("test")).isZero();
    assertThat(printed())
        .contains("3 rules, 6 examples, 0 of them fail.", "en 2 4 0 none", "es 1 2 0 2 (en 2)")
        .doesNotContain("Examples that fail", "Left out");
  }

  @Test
  void testShowsWhatFailsAndEndsWithOne() throws IOException {
    Files.writeString(
        folder.resolve("en.yaml"),
        ENGLISH.replace("[he hits me]", "[he strikes me]").replace("'\"kill me\"'", "'kill*'"));
    assertThat(run("test")).isEqualTo(1);
    assertThat(printed())
        .contains(
            "Examples that fail en.yaml:5 en.kill-me does not find",
            "en.yaml:7 en.hits-me does not find \"he strikes me\". Widen",
            "Left out en.yaml:5 en.kill-me: ");
  }

  @Test
  void anotherFolderMayBeNamedAndMustExist() {
    var line = RiskCommand.of(new PrintStream(out, true, UTF_8), RiskRules::shipped, NO_TRIALS);
    assertThat(line.execute("test", folder.toString())).isZero();
    assertThat(printed()).contains("3 rules, 6 examples");
    line.setExecutionExceptionHandler((e, _, _) -> e instanceof Refused ? 2 : 3);
    assertThat(line.execute("test", folder.resolve("none").toString())).isEqualTo(2);
  }

  @Test
  void withoutASubcommandTheUsageIsShown() {
    assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
  }

  private int run(String... arguments) {
    return RiskCommand.of(
            new PrintStream(out, true, UTF_8), () -> RiskRules.read(folder), NO_TRIALS)
        .execute(arguments);
  }

  private String printed() {
    return out.toString(UTF_8).replaceAll("\\s+", " ");
  }
}
