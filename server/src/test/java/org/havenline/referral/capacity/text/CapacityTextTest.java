package org.havenline.referral.capacity.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.havenline.referral.capacity.Unit;
import org.havenline.translations.places.PlaceWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Texts as services write them, and as others write from the same phone.
class CapacityTextTest {
  private static final CapacityText TEXT = CapacityText.shipped();

  @ParameterizedTest
  @CsvFileSource(resources = "texts.txt", delimiter = '|')
  void textsComeToWhatTheyShould(String text, String comesTo) {
    assertThat(words(TEXT.read(text))).isEqualTo(comesTo);
  }

  @Test
  void everyFormOfEveryLanguageIsReadWithEveryNumber() {
    int read = 0;
    for (var words : PlaceWords.shipped()) {
      for (var unit : words.units().entrySet()) {
        for (var form : unit.getValue()) {
          for (int n = 0; n <= 10; n++) {
            for (var number : words.numbers().get(n)) {
              assertThat(words(TEXT.read(number + " " + form))).isEqualTo(n + " " + unit.getKey());
              read++;
            }
          }
        }
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  @Test
  void onePhraseNeverStandsForTwoThings() {
    var english = PlaceWords.shipped().get(2);
    var two = new HashMap<>(english.two());
    two.put("beds", List.of("Women"));
    assertThatThrownBy(() ->
            Vocabulary.of(
                List.of(
                    new PlaceWords(
                        "xx",
                        "drafted",
                        english.numbers(),
                        english.units(),
                        two,
                        english.none(),
                        english.free(),
                        english.and(),
                        english.unclear(),
                        english.page()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Women");
  }

  static String words(Said said) {
    return switch (said) {
      case Said.Places(var figures) -> words(figures.free());
      case Said.Alone(int n) -> "number " + n;
      case Said.Full() -> "full";
      case Said.Unclear _ -> "unclear";
      case Said.SomethingElse() -> "else";
    };
  }

  private static String words(Map<Unit, Integer> free) {
    return free.entrySet().stream()
        .map(one -> one.getValue() + " " + one.getKey().word())
        .collect(Collectors.joining(" "));
  }
}
