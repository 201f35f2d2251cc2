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

/// Which part of a condition decided.
class GroundsTest {
  private static final Conditions CONDITIONS = new Conditions();

  private static final Attributes MARIA =
      new Attributes(
          Channel.SMS,
          "es",
          0.95,
          RiskLevel.HIGH,
          "MX",
          false,
          Set.of(Gender.WOMAN),
          true,
          "",
          Mode.NORMAL);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          risk >= IMMEDIATE ; [risk >= IMMEDIATE: risk is HIGH]
          risk >= HIGH && minor ; [minor is false]
          minor && risk < HIGH ; [minor is false, risk < HIGH: risk is HIGH]
          minor || risk >= HIGH ; [risk >= HIGH: risk is HIGH]
          minor || language == "fr" ; [minor is false, language == "fr": language is "es"]
          risk >= HIGH && (minor || MAN in wishes) ; [minor is false, MAN in wishes: wishes is [WOMAN]]
          !(risk >= HIGH) ; [!(risk >= HIGH): risk is HIGH]
          channel in [VOICE, WEBCHAT] ; [channel in [VOICE, WEBCHAT]: channel is SMS]
          language.startsWith("f") ; [language.startsWith("f"): language is "es"]
          confidence < 0.6 ; [confidence < 0.6: confidence is 0.95]
          risk / 0 == 1 ; [risk / 0 == 1: risk is HIGH]
          """)
  void saysWhichPartDecidedAndWhatTheContactHas(String condition, String because) {
    var yaml = ("when: '" + condition + "'").getBytes(StandardCharsets.UTF_8);
    var compiled =
        YamlFile.read("a.yaml", yaml, new Ledger())
            .flatMap(fields -> fields.optional("when"))
            .flatMap(CONDITIONS::compile);
    assertThat(compiled.orElseThrow().because(MARIA)).hasToString(because);
  }
}
