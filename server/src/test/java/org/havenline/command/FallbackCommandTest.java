package org.havenline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FallbackCommandTest {
  private static final Texts TEXTS =
      ((org.havenline.translations.Reading.Sound) Texts.shipped()).texts();

  @TempDir private Path folder;

  private String run(RoutingTables tables) {
    var out = new ByteArrayOutputStream();
    var command =
        new FallbackCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            () -> new FallbackCommand.Ground(tables, TEXTS));
    assertThat(new CommandLine(command).execute(folder.resolve("new").toString())).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static RoutingTables tables(Reading reading) {
    return ((Reading.Sound) reading).tables();
  }

  @Test
  void filesAreWrittenAndItIsSaidWhereEachBelongs() {
    var said =
        run(tables(RoutingTables.read(Path.of("../routing-config/national"), TEXTS.messages())));
    assertThat(said)
        .contains("+18005550199  calls     national-call-18005550199.xml")
        .contains("+12025550102  texts     national-text.xml")
        .doesNotContain("Hint", "+12025550150");
    assertThat(folder.resolve("new/national-call-18005550199.xml")).exists();
    assertThat(folder.resolve("new/national-duty.xml")).exists();
    // again, over what is there
    assertThat(run(tables(RoutingTables.shipped(TEXTS.messages())))).contains("demo-text.xml");
  }

  @Test
  void aLineThatTakesCallsAndNamesNoDutyPhoneIsHintedAt() throws Exception {
    var own = Files.createDirectory(folder.resolve("own"));
    try (var files = Files.list(Path.of("../routing-config/national"))) {
      for (var file : files.toList()) {
        Files.writeString(
            own.resolve(file.getFileName()),
            Files.readString(file).replace("    duty-phone: ", "    # "));
      }
    }
    var tables = tables(RoutingTables.read(own, TEXTS.messages()));
    assertThat(run(tables)).contains("Hint: line 'national'", "no telephone rings");
    assertThat(FallbackCommand.hints(tables(RoutingTables.shipped(Set.copyOf(TEXTS.messages())))))
        .isEmpty();
  }
}
