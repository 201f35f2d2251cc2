package org.havenline.routingconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.version.TableFiles;
import org.junit.jupiter.api.Test;

/// The tables in the jar are the tables in the folder, and nothing is wrong with them.
class ShippedTablesTest {
  private static final Path FOLDER = Path.of("tables");
  private static final Set<String> TEXTS = Set.of("waiting");

  @Test
  void shippedTablesAreSound() {
    assertThat(RoutingTables.shipped(TEXTS)).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void jarAndFolderAreTheSame() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .collect(Collectors.toSet()))
          .isEqualTo(Set.copyOf(TableFiles.SHIPPED));
    }
    assertThat(RoutingTables.read(FOLDER, TEXTS)).isEqualTo(RoutingTables.shipped(TEXTS));
  }

  @Test
  void everyLanguageOfALineIsSpokenAtALevelThatHelps() {
    var tables = ((Reading.Sound) RoutingTables.shipped(TEXTS)).tables();
    for (var line : tables.lines()) {
      for (var language : line.languages()) {
        assertThat(tables.responders())
            .as(language)
            .anyMatch(responder ->
                responder
                    .languages()
                    .getOrDefault(language, LanguageLevel.BASIC)
                    .atLeast(LanguageLevel.WORKING));
      }
    }
  }

  @Test
  void numbersLeadToTheirLineOnTheirChannelsOnly() {
    var tables = ((Reading.Sound) RoutingTables.shipped(TEXTS)).tables();
    assertThat(tables.lineAt(Channel.SMS, "+15005550006")).isPresent();
    assertThat(tables.lineAt(Channel.WHATSAPP, "+15005550006")).isPresent();
    assertThat(tables.lineAt(Channel.SMS, "+15005550007")).isPresent();
    assertThat(tables.lineAt(Channel.WHATSAPP, "+15005550007")).isEmpty();
    assertThat(tables.lineAt(Channel.VOICE, "+15005550006")).isEmpty();
  }

  @Test
  void aTextThatTheTranslationsLackIsFound() {
    assertThat(((Reading.Faulty) RoutingTables.shipped(Set.of())).findings())
        .hasSize(2)
        .allMatch(finding -> finding.toString().contains("there is no text 'waiting'"));
  }
}
