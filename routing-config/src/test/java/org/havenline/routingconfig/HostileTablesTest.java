package org.havenline.routingconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.havenline.routingconfig.version.TableFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes of a table, reading ends soon and in findings, never in an exception.
class HostileTablesTest {
  private static final long SEED = 20_261_124L;

  /// More in a long run: `-Dmutations=10000`.
  private static final int MUTATIONS = Integer.getInteger("mutations", 500);

  private static final List<String> SPICES =
      List.of(
          "&a ",
          "*a ",
          "!!java.io.File ",
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "? ",
          "|\n",
          ">\n",
          "\t",
          "\"",
          "'",
          "%YAML 9.9\n",
          "---\n",
          "<<: ",
          "null",
          "~",
          "\uFEFF",
          "\u0000",
          "\u202E",
          "(((((",
          "9".repeat(50),
          "matches('(a+)+$')",
          " && ",
          "#",
          "@",
          "`",
          "0x7FFFFFFF",
          "1e999");

  @TempDir private Path folder;

  static Stream<String> bombs() {
    var lol = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      lol.append("a%d: &a%d [".formatted(i, i)).append("*a%d,".formatted(i - 1).repeat(9));
      lol.append("x]\n");
    }
    return Stream.of(
        lol.toString(),
        "lines: &a [*a]\n",
        "lines: " + "[".repeat(100_000),
        "lines: " + "{a: ".repeat(50_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        "lines:\n" + "  - id: a\n".repeat(20_000),
        "lines: [" + "a,".repeat(100_000) + "]",
        "a: b\n".repeat(50_000),
        "lines: \"" + "a".repeat(250_000) + "\"\n",
        "lines: |\n  " + "a".repeat(250_000) + "\n",
        "a".repeat(3_000_000),
        "!".repeat(200_000),
        "%".repeat(200_000),
        "&".repeat(200_000),
        "'".repeat(200_000),
        "lines: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost/']]\n",
        "plans: [{id: a, rules: [{id: b, when: '" + "(".repeat(400) + "'}]}]\n",
        "plans: [{id: a, rules: [{id: b, when: '" + "minor && ".repeat(50) + "minor'}]}]\n",
        "plans: [{id: a, rules: [{id: b, when: 'language.matches(\"(a*)*b\")'}]}]\n",
        "plans: [{id: a, rules: [{id: b, when: '" + "-".repeat(490) + "1 == risk'}]}]\n",
        "\0\0\0",
        "");
  }

  @ParameterizedTest(name = "bomb {index}")
  @MethodSource("bombs")
  void bombBecomesFindings(String bomb) throws IOException {
    Files.writeString(folder.resolve("bomb.yaml"), bomb);
    var findings = ((Reading.Faulty) RoutingTables.read(folder, Set.of())).findings();
    assertThat(findings).isNotEmpty().hasSizeLessThanOrEqualTo(200);
    assertThat(findings).allSatisfy(HostileTablesTest::fitsOnALine);
  }

  @Test
  void bytesThatAreNoTextBecomeAFinding() throws IOException {
    Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0x28});
    assertThat(((Reading.Faulty) RoutingTables.read(folder, Set.of())).findings())
        .anyMatch(finding -> finding.fault().contains("not UTF-8"));
  }

  @Test
  void mutatedTablesNeverThrow() throws IOException {
    System.out.println("seed " + SEED);
    var random = new SplittableRandom(SEED);
    var files = new ArrayList<String>();
    for (var file : TableFiles.SHIPPED) {
      files.add(Files.readString(Path.of("tables", file)));
    }
    int sound = 0;
    long longest = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      int which = random.nextInt(files.size());
      for (int f = 0; f < files.size(); f++) {
        var text = f == which ? Mutation.of(files.get(f), SPICES, random) : files.get(f);
        Files.write(
            folder.resolve(TableFiles.SHIPPED.get(f)), text.getBytes(StandardCharsets.UTF_8));
      }
      long from = System.nanoTime();
      var reading = RoutingTables.read(folder, Set.of("waiting"));
      longest = Math.max(longest, System.nanoTime() - from);
      switch (reading) {
        case Reading.Sound _ -> sound++;
        case Reading.Faulty(var findings) -> findings.forEach(HostileTablesTest::fitsOnALine);
      }
    }
    System.out.printf("%,d mutations, longest reading %d ms%n", MUTATIONS, longest / 1_000_000);
    assertThat(sound).as("most mutations are faults").isLessThan(MUTATIONS / 2);
  }

  private static void fitsOnALine(Finding finding) {
    assertThat(finding.line()).isNotNegative();
    assertThat(finding.toString().lines()).hasSize(1);
    assertThat(finding.toString()).hasSizeLessThan(600).doesNotContain("Exception");
  }
}
