package org.havenline.routingconfig.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.TalkRules.Supervision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who else may come into a call, as the tables say it.
class TalkRulesTest {
  @TempDir private Path folder;

  private Reading read(String line, String interpreter) throws IOException {
    Files.writeString(
        folder.resolve("all.yaml"),
        """
        lines:
          - {id: a, name: A, numbers: [], languages: [en], country: US, time-zone: UTC, plan: p%s}
        queues: [{id: q, name: Q}]
        plans:
          - id: p
            rules:
              - id: r
                queue: q
                language: contact
                head-start: {immediate: 0s, high: 0s, elevated: 0s, standard: 0s}
                offer-timeout: 30s
                escalation: e
        on-call: [{id: boss, numbers: ["+12025550199"]}]
        interpreters:
          - {id: almaz, name: Almaz, number: "+12025550198", languages: {ti: native}%s}
        escalations:
          - {id: e, steps: [{after: 60s, tell: waiting}, {after: 2m, page: boss}]}
        responders: []
        skills: []
        """
            .formatted(line, interpreter));
    return RoutingTables.read(folder, Set.of("waiting"));
  }

  private static RoutingTables sound(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Sound.class);
    return ((Reading.Sound) reading).tables();
  }

  @Test
  void whatIsNotSaidIsTheSafeOfTwo() throws IOException {
    var tables = sound(read("", ""));
    assertThat(tables.lines().getFirst().talk()).isEqualTo(TalkRules.USUAL);
    assertThat(TalkRules.USUAL.supervision()).isEqualTo(Supervision.ANNOUNCED);
    assertThat(tables.interpreters().getFirst().extension()).isEmpty();
  }

  @Test
  void whatIsSaidIsRead() throws IOException {
    var read =
        read(
            ", talk: {emergency: \"+12025550188\", supervision: silent}", ", extension: \"ww12#\"");
    var tables = sound(read);
    assertThat(tables.lines().getFirst().talk())
        .isEqualTo(new TalkRules(Optional.of("+12025550188"), Supervision.SILENT))
        .asString()
        .doesNotContain("0188");
    assertThat(tables.interpreters().getFirst().extension()).contains("ww12#");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ", talk: {emergency: \"911\"} | `` | not a telephone number",
        ", talk: {emergency: \"112\"} | `` | not a telephone number",
        ", talk: {supervision: secret} | `` | 'secret' is not known",
        ", talk: {dispatch: \"+12025550188\"} | `` | unknown key 'dispatch'",
        "`` | , extension: \"12p\" | not an extension"
      })
  void whatIsWrongIsFound(String line, String interpreter, String finding) throws IOException {
    var findings = ((Reading.Faulty) read(line, interpreter)).findings();
    assertThat(findings).extracting(Finding::fault).singleElement().asString().contains(finding);
  }
}
