package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.havenline.routingconfig.RiskLevel.ELEVATED;
import static org.havenline.routingconfig.RiskLevel.HIGH;
import static org.havenline.routingconfig.RiskLevel.IMMEDIATE;
import static org.havenline.routingconfig.RiskLevel.STANDARD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.havenline.routingconfig.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  @Test
  void countsFoundAndRightlyRaised() {
    var score = new Score();
    score.add(IMMEDIATE, IMMEDIATE);
    score.add(IMMEDIATE, HIGH); // raised, not to where it belongs
    score.add(IMMEDIATE, STANDARD);
    score.add(HIGH, IMMEDIATE); // too urgent, yet at HIGH or above
    score.add(HIGH, ELEVATED);
    score.add(ELEVATED, HIGH);
    score.add(STANDARD, IMMEDIATE);
    score.add(STANDARD, STANDARD);

    assertThat(score.immediateRecall()).isEqualTo(1 / 3.0);
    assertThat(score.highRecall()).isEqualTo(3 / 5.0);
    assertThat(score.highPrecision()).isEqualTo(3 / 5.0);
  }

  @Test
  void overNothingNoPromiseIsKept() {
    var harmless = new Score();
    harmless.add(STANDARD, STANDARD);

    assertThat(harmless.immediateRecall() >= 0).isFalse();
    assertThat(harmless.highRecall() >= 0).isFalse();
    assertThat(harmless.highPrecision() >= 0).isFalse();
    assertThat(harmless.row("x")).doesNotContain("NaN");
  }

  @Test
  void figuresAreKeptByLanguageCodeAndKind() {
    var figures = new RiskFigures();
    figures.add(message("en", HIGH, "threats", "signal"), HIGH);
    figures.add(message("es", HIGH, "threats", "signal"), STANDARD);
    figures.add(message("es", STANDARD, "-", "figure"), HIGH);

    assertThat(figures.all().highRecall()).isEqualTo(0.5);
    assertThat(figures.language("en").highRecall()).isEqualTo(1);
    assertThat(figures.language("es").highPrecision()).isZero();
    assertThat(figures.language("xx").highRecall()).isNaN();
    assertThat(figures.report("made up").lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains(
            "threats 2 - 1/2 found 50.0 % 1/1 right 100.0 %",
            "figure 1 - - 0/1 right 0.0 %", "all 3 - 1/2 found 50.0 % 1/2 right 50.0 %");
  }

  @Test
  void filesAreReadByLanguageAndMustHaveTheirForm(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ar-Latn.tsv");
    String header = "level\tcode\tkind\ttext\n";
    Files.writeString(file, header + "HIGH\tthreats\tsignal\tsa3dini\nSTANDARD\t-\tfigure\tmawt\n");

    assertThat(LabelledMessage.read(folder))
        .containsExactly(
            new LabelledMessage("ar-Latn", HIGH, "threats", "signal", "sa3dini"),
            new LabelledMessage("ar-Latn", STANDARD, "-", "figure", "mawt"));

    Files.writeString(file, header + "HIGH\tthreats\tsa3dini\n");
    assertThatIllegalStateException()
        .isThrownBy(() -> LabelledMessage.read(folder))
        .withMessage("ar-Latn.tsv:2 is not a row of four");
  }

  private static LabelledMessage message(
      String language, RiskLevel level, String code, String kind) {
    return new LabelledMessage(language, level, code, kind, "x");
  }
}
