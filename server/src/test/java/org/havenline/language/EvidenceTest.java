package org.havenline.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  @Test
  void survivesBeingStored() {
    Evidence evidence = DETECTOR.weigh("necesito ayuda", Evidence.none());
    Evidence read = Evidence.parse(evidence.encode());
    assertThat(read.encode()).isEqualTo(evidence.encode());
    assertThat(DETECTOR.detect("", Prior.flat(), read).language()).isEqualTo("es");
  }

  @Test
  void staysShortHoweverLongTheConversation() {
    Evidence evidence = Evidence.none();
    for (String text : "a e no ok la un de si kila xyz ali mu ti ba".split(" ", -1)) {
      evidence = DETECTOR.weigh(text, evidence);
      assertThat(evidence.encode()).hasSizeLessThan(1_000);
    }
  }

  @Test
  void whatCannotBeReadIsNoEvidence() {
    for (String broken :
        new String[] {"", " ", "fr", "fr:x", ":1", "fr:5", "fr:NaN", "fr:-999", "\ud800"}) {
      assertThat(Evidence.parse(broken)).isEqualTo(Evidence.none());
    }
  }

  @Test
  void laterMessagesCanChangeTheAnswer() {
    Evidence evidence = Evidence.none();
    for (int at = 0; at < 5; at++) {
      evidence = DETECTOR.weigh("please help me now", evidence);
    }
    for (int at = 0; at < 3; at++) {
      evidence = DETECTOR.weigh("ahora no puedo hablar en inglés, disculpe", evidence);
    }
    assertThat(DETECTOR.detect("", Prior.flat(), evidence).language()).isEqualTo("es");
  }
}
