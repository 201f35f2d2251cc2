package org.havenline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.LineId;
import org.havenline.language.LanguageDetector;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.RiskRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderstandingTest {
  private static final String CALM = "We walked in the garden and had coffee with my mother. ";
  private static final int LONGER_THAN_IS_READ = 16_385;

  private RiskMonitor risks;
  private Understanding understanding;

  @BeforeAll
  void load() {
    risks = RiskMonitor.of(RiskRules.shipped());
    understanding = new Understanding(LanguageDetector.load(), risks);
  }

  @AfterAll
  void close() {
    risks.close();
  }

  @Test
  void aCalmTextInALanguageWithRulesIsStandard() {
    assertThat(risk(CALM)).isEqualTo(RiskLevel.STANDARD);
  }

  @Test
  void aTextTooLongToBeReadToItsEndIsNotTakenForHarmless() {
    var repeated = CALM.repeat(LONGER_THAN_IS_READ / CALM.length() + 1);

    assertThat(risk(repeated)).isEqualTo(RiskLevel.ELEVATED);
    assertThat(risk(repeated.substring(0, LONGER_THAN_IS_READ - 1))).isEqualTo(RiskLevel.STANDARD);
  }

  private RiskLevel risk(String text) {
    var from = new Address(Channel.SMS, "+12025550123");
    var to = new Address(Channel.SMS, "+15005550006");
    var now = Instant.parse("2026-11-29T12:00:00Z");
    var message =
        new InboundMessage(new LineId("demo"), "SM1", from, to, text, List.of(), "", "", now);
    return understanding.of(message, Optional.empty()).whole().risk();
  }
}
