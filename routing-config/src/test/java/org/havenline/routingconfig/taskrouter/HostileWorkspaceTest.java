package org.havenline.routingconfig.taskrouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Mutation;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes of a workspace, reading it ends soon and in findings, never in an exception.
class HostileWorkspaceTest {
  private static final long SEED = 20_261_124L;

  /// More in a long run: `-Dmutations=10000`.
  private static final int MUTATIONS = Integer.getInteger("mutations", 100);

  private static final String WORKSPACE =
      """
      {"workflows": [{"friendly_name": "Calls", "task_reservation_timeout": 30, "configuration":
        "{\\"task_routing\\": {\\"filters\\": [{\\"expression\\": \\"(a == 'x' OR b.c HAS \\\\\\"y\\\\\\") AND taskrouter.dayOfWeek IN ['Mon', 'Tue']\\", \\"targets\\": [{\\"queue\\": \\"WQ1\\", \\"priority\\": \\"10\\", \\"timeout\\": 15, \\"expression\\": \\"task.n >= worker.n AND worker.sid NOT IN task.l\\", \\"order_by\\": \\"worker.n ASC, worker.m DESC\\", \\"skip_if\\": \\"workers.available == 0\\"}, {}]}], \\"default_filter\\": {\\"queue\\": \\"WQ1\\"}}}"}],
       "task_queues": [{"sid": "WQ1", "friendly_name": "One", "target_workers": "n > 1 AND s HAS 'z'"}],
       "workers": [{"sid": "WK1", "friendly_name": "Ann", "attributes": "{\\"n\\": 2, \\"s\\": [\\"z\\"], \\"o\\": {\\"p\\": true}}",
         "channels": [{"task_channel_unique_name": "sms", "configured_capacity": 2}]}],
       "activities": [{"sid": "WA1", "friendly_name": "Available", "available": true}]}
      """;

  private static final List<String> SPICES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "'",
          "(",
          ")",
          "null",
          "-1",
          "9".repeat(40),
          "{}",
          "[]",
          "\\u0000",
          "&a ",
          "*a ",
          "!!java.io.File ",
          "\n",
          "\t",
          "\u0000",
          "\uD83D",
          "1e999",
          " AND ",
          " OR ",
          " NOT ",
          " IN ",
          "==",
          "worker.",
          "task.",
          "[".repeat(200));

  @TempDir private Path folder;

  @Test
  void workspaceIsSoundBeforeItIsSpoilt() throws IOException {
    var imported = read(WORKSPACE);
    assertThat(imported.findings()).isEmpty();
    imported.writeInto(folder.resolve("into"));
    assertThat(RoutingTables.read(folder.resolve("into"), Set.of("waiting")))
        .isInstanceOf(Reading.Sound.class);
  }

  @Test
  void mutatedWorkspacesNeverThrow() throws IOException {
    System.out.println("seed " + SEED);
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      var imported = read(Mutation.of(WORKSPACE, SPICES, random));
      imported.findings().forEach(HostileWorkspaceTest::fitsOnALine);
      imported.warnings().forEach(HostileWorkspaceTest::fitsOnALine);
      imported.writeInto(folder.resolve("into" + i));
      if (RoutingTables.read(folder.resolve("into" + i), Set.of("waiting"))
          instanceof Reading.Faulty(var findings)) {
        findings.forEach(HostileWorkspaceTest::fitsOnALine);
      }
    }
  }

  static Stream<String> bombs() {
    var filter =
        "{\\\"expression\\\": \\\"a == 1\\\", \\\"targets\\\": [{\\\"queue\\\": \\\"Q\\\","
            + " \\\"timeout\\\": 1}]},";
    var config = "{\\\"task_routing\\\": {\\\"filters\\\": [%s]}}";
    return Stream.of(
        "{\"workflows\": [{\"configuration\": \"" + config.formatted(filter.repeat(60)) + "\"}]}",
        "{\"workflows\": [{\"configuration\": \""
            + config.formatted(filter.replace("a == 1", "(".repeat(3000)))
            + "\"}]}",
        "{\"workflows\": [{\"configuration\": \""
            + config.formatted(filter.replace("a == 1", "a == 1 AND ".repeat(300) + "b == 1"))
            + "\"}]}",
        "{\"workers\": [" + "{},".repeat(30_000) + "]}",
        "{\"workflows\": " + "[".repeat(100_000),
        "{\"workflows\": {\"a\": 1}, \"workers\": 7, \"task_queues\": \"x\", \"activities\": null}",
        "[1, 2]",
        "",
        "\0\0");
  }

  @ParameterizedTest(name = "bomb {index}")
  @MethodSource("bombs")
  void bombBecomesFindingsOrWarnings(String bomb) throws IOException {
    var imported = read(bomb);
    assertThat(imported.findings().size() + imported.warnings().size()).isPositive();
    imported.findings().forEach(HostileWorkspaceTest::fitsOnALine);
    imported.warnings().forEach(HostileWorkspaceTest::fitsOnALine);
  }

  @Test
  void nothingIsReplaced() throws IOException {
    var into = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(into.resolve("plans.yaml"), "mine");
    var imported = read(WORKSPACE);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> imported.writeInto(into))
        .isInstanceOf(IOException.class);
    assertThat(into.resolve("plans.yaml")).content().isEqualTo("mine");
  }

  private TaskRouterImport read(String json) throws IOException {
    var from = Files.createDirectories(folder.resolve("from"));
    Files.write(from.resolve("workspace.json"), json.getBytes(StandardCharsets.UTF_8));
    return TaskRouterImport.of(from);
  }

  private static void fitsOnALine(Finding finding) {
    assertThat(finding.toString().lines()).hasSize(1);
    assertThat(finding.toString()).hasSizeLessThan(700).doesNotContain("Exception");
  }
}
