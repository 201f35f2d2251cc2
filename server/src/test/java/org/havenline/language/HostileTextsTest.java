package org.havenline.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.havenline.testing.HostileTexts;
import org.havenline.testing.LeastCost;
import org.junit.jupiter.api.Test;

/// Texts written to break or to stall the guess of a language.
class HostileTextsTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();
  private static final Prior COUNTRY = Prior.callingCode("+38093");

  @Test
  void noTextFailsOrStallsTheGuess() {
    LeastCost cost =
        LeastCost.of(
            HostileTexts.all(),
            text -> {
              LanguageGuess guess = DETECTOR.detect(text, COUNTRY, Evidence.none());
              assertThat(guess.confidence()).isBetween(0.0, 1.0);
              assertThat(Evidence.parse(guess.evidence().encode()).floor()).isFinite();
            });
    System.out.println("language: " + cost);

    assertThat(cost.micros().values()).allMatch(least -> least <= 50_000);
  }

  @Test
  void noTextFailsOrStallsTheMix() {
    LeastCost cost =
        LeastCost.of(HostileTexts.all(), text -> assertThat(DETECTOR.mix(text)).isNotNull());
    System.out.println("mix of languages: " + cost);

    assertThat(cost.micros().values()).allMatch(least -> least <= 50_000);
  }

  @Test
  void noSenderIsAnErrorOrRulesALanguageOut() {
    for (String sender : HostileTexts.senders()) {
      LanguageGuess guess =
          DETECTOR.detect(
              "por favor ayúdeme me tiene encerrada", Prior.callingCode(sender), Evidence.none());
      assertThat(guess.language()).isEqualTo("es");
    }
  }

  @Test
  void tenThousandTinyMessagesStayAShortField() {
    Evidence evidence = Evidence.none();
    for (int i = 0; i < 10_000; i++) {
      evidence = Evidence.parse(DETECTOR.weigh(i % 2 == 0 ? "a" : "ї", evidence).encode());
    }
    assertThat(evidence.encode()).hasSizeLessThan(1_000);
    assertThat(DETECTOR.detect("por favor ayúdeme", Prior.menu("es"), evidence).confidence())
        .isBetween(0.0, 1.0);
  }
}
