package org.havenline.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;

class LanguageKeysTest {
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();
  private static final Speech SPEECH = new Speech(TEXTS, _ -> true);
  private static final List<String> SEVEN = List.of("en", "es", "fr", "ar", "uk", "ru", "pt-BR");
  private static final String LINE = "+15005550006";

  private static List<String> order(String from, Map<String, Long> demand) {
    return LanguageKeys.of(SEVEN, from, LINE, demand, SPEECH).languages();
  }

  @Test
  void theLikeliestComesFirst() {
    assertThat(order("+380501234567", Map.of())).first().isEqualTo("uk");
    assertThat(order("+5215512345678", Map.of())).first().isEqualTo("es");
    assertThat(order("+5511912345678", Map.of())).first().isEqualTo("pt-BR");
  }

  @Test
  void ofLanguagesThatNoNumberTellsApartThoseOftenChosenComeFirst() {
    // a number of no country
    var keys = LanguageKeys.of(SEVEN, "", "+88312345", Map.of("ru", 9L, "uk", 3L), SPEECH);
    assertThat(keys.languages()).containsExactly("ru", "uk", "en", "es", "fr", "ar", "pt-BR");
  }

  @Test
  void eachLevelIsHeardWithinTenSecondsAndHasEightKeysAtMost() {
    var everything = TEXTS.languages().stream().filter(SPEECH::speaks).sorted().toList();
    for (var main : everything) {
      var offered = new ArrayList<>(everything);
      offered.remove(main);
      offered.addFirst(main);
      var keys = LanguageKeys.of(offered, "", LINE, Map.of(), SPEECH);
      var reached = new HashSet<String>();
      for (int n = 0; reached.size() < everything.size(); n++) {
        var level = keys.level(n);
        assertThat(level.seconds()).as(main + " " + n).isLessThanOrEqualTo(LanguageKeys.SECONDS);
        assertThat(level.keys()).hasSizeBetween(1, LanguageKeys.MOST);
        assertThat(reached).doesNotContainAnyElementsOf(level.keys().values());
        reached.addAll(level.keys().values());
      }
    }
    var level = LanguageKeys.of(SEVEN, "", LINE, Map.of(), SPEECH).level(0);
    System.out.printf(
        "menu: %d of %d languages in %.1f s%n", level.keys().size(), SEVEN.size(), level.seconds());
  }

  @Test
  void aLanguageWithoutAVoiceIsNotInTheMenu() {
    var mute = new Speech(TEXTS, language -> !language.equals("ar"));
    assertThat(LanguageKeys.of(SEVEN, "", LINE, Map.of(), mute).languages())
        .hasSize(6)
        .doesNotContain("ar");
  }
}
