package org.havenline.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.menu.LanguageMenu.Reply;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.language.Kinship;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.translations.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageMenuTest {
  private static final List<String> DEMO = List.of("en", "es", "fr", "ar", "uk", "ru", "pt-BR");
  private static final LanguageMenu MENU = menu(List.of("es", "en"), DEMO);

  @Test
  void likelyLanguagesOfTheLineComeFirstThenItsOthersInItsOrder() {
    assertThat(menu(List.of("pcm", "pt", "fr", "und"), List.of("en", "es", "fr", "pt-BR")).text())
        .isEqualTo("1 Português\n2 Français\n3 English\n4 Español");
  }

  @Test
  void spellingInLatinLettersStandsForItsLanguage() {
    assertThat(menu(List.of("ar-Latn"), List.of("en", "ar")).languages())
        .containsExactly("ar", "en");
  }

  @Test
  void languagesThatUnderstandOneAnotherAreAskedTogether() {
    var fluent = Optional.of(LanguageLevel.FLUENT);
    var graph = new LanguageGraph(List.of(new Kinship("fa", "prs", fluent, fluent)));
    assertThat(LanguageMenu.of(List.of("fa"), List.of("en", "es", "prs", "fa"), graph).languages())
        .containsExactly("prs", "fa", "en", "es");
  }

  @Test
  void oneSmsHoldsItAndFewerLanguagesThanTooMany() {
    var all = Stream.of(Locale.getISOLanguages()).toList();
    for (int i = 0; i < all.size(); i++) {
      var turned = Stream.concat(all.stream().skip(i), all.stream().limit(i)).toList();
      var menu = menu(List.of(), turned);
      assertThat(Segments.of(menu.text())).as(menu.text()).isEqualTo(1);
      assertThat(menu.languages()).hasSizeBetween(3, 9);
    }
    assertThat(menu(List.of("es"), DEMO).text().length()).isLessThanOrEqualTo(70);
    assertThat(Segments.of(MENU.text() + "\n7 Português\n8 Português"))
        .as("else it would be more than one")
        .isGreaterThan(1);
  }

  @Test
  void itSaysNothingButNumbersAndNamesOfLanguages() {
    for (var tag : offeredByShippedLines()) {
      assertThat(LanguageNames.own(tag)).as(tag).isNotBlank().isNotEqualTo(tag);
    }
    assertThat(MENU.text().replaceAll("[\\p{L}\\p{M}]+", "x"))
        .isEqualTo("1 x\n2 x\n3 x\n4 x\n5 x\n6 x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        " 1 ",
        "1.",
        "1)",
        "(1)",
        "#1",
        "1:",
        "١",
        "۱",
        "१",
        "１",
        "1️⃣",
        "\u200e1",
        "①",
        "1\n",
        "1 Español",
        "1. espanol",
        "Español",
        "ESPANOL",
        "español!",
        "Spanish",
        "spanish."
      })
  void answersThatMeanTheFirst(String text) {
    assertThat(MENU.reply(text, DEMO)).isEqualTo(new Reply.Chosen("es"));
  }

  @ParameterizedTest
  @CsvSource({
    "2,en",
    "English,en",
    "inglés,",
    "٣,fr",
    "العربية,ar",
    "arabic,ar",
    "українська,uk",
    "pt,",
    "português,pt-BR",
    "Portugues,pt-BR"
  })
  void everyLanguageOfTheLineMayBeNamed(String text, String language) {
    assertThat(MENU.reply(text, DEMO))
        .isEqualTo(language == null ? new Reply.OtherWords() : new Reply.Chosen(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.", "٠", "०", "０"})
  void zeroMeansNoneOfThese(String text) {
    assertThat(MENU.reply(text, DEMO)).isEqualTo(new Reply.NoneOfThese());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "112", "911", "7", "9", "12", "1 2", "1 hour", "1 English", "1 men with me", "2 men", "-1",
        "1.5", "1st", "", " ", "?", "👍", "en", "Deutsch", "I speak Spanish", "no English",
            "0 food",
        "2morrow", "+12025550101"
      })
  void everythingElseIsWhatItSays(String text) {
    assertThat(MENU.reply(text, DEMO)).isEqualTo(new Reply.OtherWords());
  }

  private static Set<String> offeredByShippedLines() {
    var all = new java.util.TreeSet<String>();
    var texts = Set.of("waiting", "closed", "partner", "callBack", "page", "waitingLong");
    if (RoutingTables.shipped(texts) instanceof Reading.Sound(var tables)) {
      tables.lines().forEach(line -> all.addAll(line.languages()));
      tables.responders().forEach(one -> all.addAll(one.languages().keySet()));
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  private static LanguageMenu menu(List<String> likely, List<String> offered) {
    return LanguageMenu.of(likely, offered, LanguageGraph.EMPTY);
  }
}
