package org.havenline.routingconfig.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.YamlFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What conditions mean.
class ConditionTest {
  private static final Conditions CONDITIONS = new Conditions();

  /// By SMS in Spanish, surely, high risk, from Mexico, of age, asked for a woman, on Christmas Day
  /// when the line was closed, by the children's number.
  private static final Attributes MARIA =
      new Attributes(
              Channel.SMS,
              "es",
              0.95,
              RiskLevel.HIGH,
              "MX",
              false,
              Set.of(Gender.WOMAN),
              false,
              "christmas",
              Mode.SURGE)
          .reaching("children");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          risk == HIGH                             | YES
          risk >= HIGH                             | YES
          risk >= IMMEDIATE                        | NO
          risk < HIGH                              | NO
          channel == SMS                           | YES
          channel in [WHATSAPP, VOICE, WEBCHAT]    | NO
          language == "es" && confidence > 0.9     | YES
          language in ["en", "fr"]                 | NO
          language.startsWith("e")                 | YES
          country == "MX" ? risk > STANDARD : true | YES
          minor                                    | NO
          mode >= SURGE                            | YES
          subline == "children"                    | YES
          subline in ["", "workers"]               | NO
          mode == DISASTER                         | NO
          WOMAN in wishes                          | YES
          MAN in wishes                            | NO
          open                                     | NO
          !open && holiday == "christmas"          | YES
          holiday != ""                            | YES
          risk / 0 == 1                            | FAILED
          """)
  void conditionAnswers(String condition, Condition.Answer answer) {
    var ledger = new Ledger();
    var compiled =
        YamlFile.read(
                "a.yaml", ("when: '" + condition + "'").getBytes(StandardCharsets.UTF_8), ledger)
            .flatMap(fields -> fields.optional("when"))
            .flatMap(CONDITIONS::compile);
    assertThat(ledger.close()).isEmpty();
    assertThat(compiled.orElseThrow().ask(MARIA)).isEqualTo(answer);
    assertThat(compiled.orElseThrow()).hasToString(condition);
  }
}
