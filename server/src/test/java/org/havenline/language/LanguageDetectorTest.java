package org.havenline.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.havenline.language.LanguageGuess.Certainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  private static LanguageGuess guess(String text) {
    return DETECTOR.detect(text, Prior.flat(), Evidence.none());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ayuda por favor, es
          me quitaron el pasaporte, es
          aidez moi, fr
          cuu toi voi, vi
          tulong po, tl
          sa3douni, ar-Latn
          mujhe bachao, ur-Latn
          ndihme, sq
          segitseg, hu
          he took my passport, en
          nyere m aka, ig
          допоможіть мені будь ласка, uk
          помогите мне пожалуйста, ru
          ساعدوني من فضلكم, ar
          کمکم کنید لطفا, fa
          እባክዎ እርዱኝ, am
          帮帮我, zh
          助けてください, ja
          도와주세요, ko
          ช่วยด้วย, th
          """)
  void firstWordsOfHelpAreUnderstood(String text, String language) {
    assertThat(guess(text).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "''",
        "'   '",
        "12345",
        "🙏🙏🙏",
        "https://example.org/help",
        "?!...",
        "\u202e\u202d"
      })
  void whatHasNoWordsIsAskedAbout(String text) {
    LanguageGuess guess = guess(text);
    assertThat(guess.language()).isEqualTo(LanguageGuess.UNKNOWN);
    assertThat(guess.confidence()).isZero();
    assertThat(guess.certainty()).isEqualTo(Certainty.ASK);
  }

  @Test
  void withoutWordsTheCountryOnlySaysWhatToAsk() {
    LanguageGuess guess = DETECTOR.detect("🙏", Prior.callingCode("+84900000000"), Evidence.none());
    assertThat(guess.language()).isEqualTo("vi");
    assertThat(guess.certainty()).isEqualTo(Certainty.ASK);
  }

  @Test
  void hostileTextsAreAnsweredToo() {
    Random random = new Random(1);
    StringBuilder noise = new StringBuilder();
    for (int at = 0; at < 50_000; at++) {
      noise.append((char) random.nextInt(0x10000));
    }
    List<String> hostile =
        List.of(
            "\ud83d".repeat(25_000),
            "\udc00 help \ud800",
            "e" + "\u0301".repeat(50_000),
            "\u0301\u0302\u0303".repeat(10_000),
            "\u202e\u2066\u200f".repeat(10_000) + "help",
            "a".repeat(50_000),
            "aidez moi ".repeat(5_000),
            "\u0000\u0001\ufffe\uffff",
            noise.toString());
    for (String text : hostile) {
      LanguageGuess guess = guess(text);
      assertThat(guess.confidence()).isBetween(0.0, 1.0);
      assertThat(DETECTOR.mix(text).values()).allMatch(share -> share > 0 && share <= 1);
    }
    assertThat(guess("aidez moi ".repeat(5_000)).language()).isEqualTo("fr");
  }

  @Test
  void aChoiceOutweighsTwoWordsButNotASentence() {
    String few = "ok";
    assertThat(DETECTOR.detect(few, Prior.menu("tl"), Evidence.none()).language()).isEqualTo("tl");
    String sentence = "please call the police they have locked the door and he has my passport";
    assertThat(DETECTOR.detect(sentence, Prior.menu("tl"), Evidence.none()).language())
        .isEqualTo("en");
  }

  @Test
  void dariIsAnsweredOnlyToWhoMaySpeakIt() {
    String text = "لطفا به من کمک کنید";
    assertThat(guess(text).language()).isEqualTo("fa");
    Prior afghan = Prior.callingCode("+93700000000");
    assertThat(DETECTOR.detect(text, afghan, Evidence.none()).language()).isEqualTo("prs");
  }

  @Test
  void twoLanguagesInOneMessageAreBothNamed() {
    Map<String, Double> mix =
        DETECTOR.mix(
            "please call me tomorrow after work, no puedo hablar ahora porque está mi jefe");
    assertThat(mix).containsOnlyKeys("en", "es");
    assertThat(DETECTOR.mix("اتصل بي غدا call me please")).containsKeys("ar", "en");
    assertThat(DETECTOR.mix("ayuda por favor")).containsOnlyKeys("es");
  }

  @Test
  void messagesOfAConversationAddUp() {
    Evidence evidence = Evidence.none();
    double before = guess("no").confidence();
    for (String text : List.of("no", "sola", "mi casa", "la puerta")) {
      evidence = DETECTOR.weigh(text, evidence);
    }
    LanguageGuess guess = DETECTOR.detect("no", Prior.flat(), evidence);
    assertThat(guess.language()).isEqualTo("es");
    assertThat(guess.confidence()).isGreaterThan(before);
  }
}
