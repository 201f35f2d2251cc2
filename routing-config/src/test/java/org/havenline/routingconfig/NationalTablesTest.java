package org.havenline.routingconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.line.LineNumber;
import org.junit.jupiter.api.Test;

/// The complete example of `national/` is sound, and holds what it says.
class NationalTablesTest {
  private static final Set<String> TEXTS =
      Set.of("waiting", "waitingLong", "closed", "partner", "callBack");

  private static Reading reading(Set<String> texts) {
    return RoutingTables.check(Path.of("national"), texts, LocalDate.of(2026, 11, 24));
  }

  @Test
  void nothingIsWrongWithIt() {
    assertThat(reading(TEXTS)).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void aTextThatTheTranslationsLackIsFound() {
    for (var text : TEXTS) {
      var others = TEXTS.stream().filter(one -> !one.equals(text)).collect(Collectors.toSet());
      assertThat(((Reading.Faulty) reading(others)).findings())
          .isNotEmpty()
          .allMatch(finding -> finding.toString().contains("there is no text '" + text + "'"));
    }
  }

  @Test
  void oneLineHasItsSubLinesAndEveryChannel() {
    var tables = ((Reading.Sound) reading(TEXTS)).tables();
    var line = tables.lines().getFirst();

    assertThat(tables.lines()).hasSize(1);
    assertThat(line.languages()).hasSize(12);
    assertThat(line.numbers())
        .extracting(LineNumber::subLine)
        .containsExactly("general", "children", "workers", "voice");
    assertThat(line.subLineAt(Channel.WHATSAPP, "+12025550102")).isEqualTo("children");
    assertThat(line.subLineAt(Channel.VOICE, "+12025550102")).isEmpty();
    assertThat(line.subLineAt(Channel.VOICE, "+18005550199")).isEqualTo("voice");
    assertThat(line.subLines(Channel.SMS)).containsExactly("general", "children", "workers");
    assertThat(line.subLines(Channel.WEBCHAT)).containsExactly("");
  }
}
