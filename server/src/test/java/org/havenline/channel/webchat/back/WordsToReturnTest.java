package org.havenline.channel.webchat.back;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsToReturnTest {
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();
  static final Things THINGS =
      new Things(locale -> TEXTS.text("chatWordList", locale, Map.of()), TEXTS.languages());
  private static final long SEED = 20261129;

  static Stream<String> locales() {
    return TEXTS.languages().stream().sorted();
  }

  private static Optional<String> opened(String text) {
    return Written.of(text, THINGS).words().map(ReturnWords::hash);
  }

  private static String shown(ReturnWords words, String locale, String between) {
    return String.join(between, words.lines(THINGS.in(locale)));
  }

  @Test
  void theyHaveAtLeast128RandomBits() {
    double one = Math.log((double) Things.MANY * ReturnWords.NUMBERS) / Math.log(2);
    System.out.printf("words to come back: %.1f bits%n", ReturnWords.LINES * one);
    assertThat(ReturnWords.LINES * one).isGreaterThanOrEqualTo(128);
    // and each thing and each number does come
    var random = new SplittableRandom(SEED);
    var things = new HashSet<Integer>();
    var numbers = new HashSet<Integer>();
    for (int i = 0; i < 2_000; i++) {
      for (var item : ReturnWords.random(random).items()) {
        things.add(item.thing());
        numbers.add(item.number());
      }
    }
    assertThat(things).hasSize(Things.MANY);
    assertThat(numbers)
        .hasSize(ReturnWords.NUMBERS)
        .allMatch(number -> number >= 100 && number < 1_000);
  }

  @ParameterizedTest
  @MethodSource("locales")
  void whatIsShownInALanguageIsReadBack(String locale) {
    assertThat(THINGS.in(locale)).hasSize(Things.MANY).allMatch(one -> !one.isBlank());
    assertThat(THINGS.in(locale).stream().map(Nearest::plain)).doesNotHaveDuplicates();
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 20; i++) {
      var words = ReturnWords.random(random);
      for (var between : List.of("\n", " ", ", ", "")) {
        assertThat(opened(shown(words, locale, between)))
            .as("%s, seed %d", locale, SEED)
            .hasValue(words.hash());
      }
    }
  }

  @Test
  void theyAreReadInOtherDigitsCapitalsAndWithALetterWrong() {
    var words = ReturnWords.random(new SplittableRandom(SEED));
    var text = shown(words, "en", "\n");
    assertThat(opened(text.toUpperCase(java.util.Locale.ROOT))).hasValue(words.hash());
    assertThat(opened(digitsFrom('٠', text))).hasValue(words.hash());
    assertThat(opened(text.replaceAll("(\\d)(\\d\\d)", "$1.$2"))).hasValue(words.hash());
    var things = new ArrayList<>(THINGS.in("es"));
    things.replaceAll(one -> one.replace("ú", "u").replace("é", "e").replace("zana", "sana"));
    assertThat(opened(String.join("\n", words.lines(things)))).hasValue(words.hash());
  }

  private static String digitsFrom(char zero, String text) {
    var out = new StringBuilder();
    text.chars()
        .forEach(c -> out.append(Character.isDigit(c) ? (char) (zero + c - '0') : (char) c));
    return out.toString();
  }

  @Test
  void anotherWordNumberOrOrderIsAnother() {
    var words = ReturnWords.random(new SplittableRandom(SEED));
    var lines = new ArrayList<>(words.lines(THINGS.in("en")));
    assertThat(opened(String.join("\n", lines.subList(0, 8)))).isEmpty();
    var first = lines.getFirst();
    lines.set(0, first.substring(0, first.length() - 3) + "999");
    assertThat(opened(String.join("\n", lines)))
        .isPresent()
        .isNotEqualTo(Optional.of(words.hash()));
    lines.set(0, first);
    assertThat(opened(String.join("\n", lines.reversed())))
        .isPresent()
        .isNotEqualTo(Optional.of(words.hash()));
    assertThat(opened("xylophone 123 ".repeat(9))).isEmpty();
  }

  @Test
  void oneMoreWordAtTheEndSaysThatSheIsForced() {
    var words = ReturnWords.random(new SplittableRandom(SEED));
    var text = shown(words, "en", "\n");
    assertThat(Written.of(text, THINGS).forced()).isFalse();
    for (var more : List.of(" milk", "\nplease", "\nmilk 123", " 5", "\nпожалуйста", "\n谢谢")) {
      var written = Written.of(text + more, THINGS);
      assertThat(written.forced()).as(more).isTrue();
      assertThat(written.words().map(ReturnWords::hash)).as(more).hasValue(words.hash());
    }
  }

  @Test
  void anythingCanBeEntered() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        text.appendCodePoint(random.nextInt(0x3000));
      }
      assertThat(Written.of(text.toString(), THINGS).words()).isEmpty();
    }
    assertThat(Written.of("9".repeat(5_000), THINGS).words()).isEmpty();
  }
}
