package org.havenline.routingconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.language.Kinship;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.junit.jupiter.api.Test;

/// What is understood through what, by the shipped table.
class LanguageGraphTest {
  private static final LanguageGraph SHIPPED =
      ((Reading.Sound) RoutingTables.shipped(Set.of("waiting"))).tables().understanding();

  @Test
  void dariIsUnderstoodThroughPersianInSpeechAndInWriting() {
    assertThat(ways("prs", Channel.SMS)).containsExactly("fa FLUENT");
    assertThat(ways("prs", Channel.VOICE)).containsExactly("fa FLUENT", "tg WORKING");
    assertThat(ways("fa-AF", Channel.WEBCHAT)).containsExactly("prs FLUENT");
  }

  @Test
  void urduAndHindiAreUnderstoodInSpeechAlone() {
    assertThat(ways("ur", Channel.VOICE)).containsExactly("hi FLUENT");
    assertThat(ways("ur", Channel.WHATSAPP)).isEmpty();
  }

  @Test
  void serbianCroatianBosnianAndMontenegrinAreUnderstoodThroughEachOther() {
    for (var language : List.of("sr", "hr", "bs", "cnr", "sr-Latn")) {
      assertThat(ways(language, Channel.SMS)).as(language).hasSize(3);
    }
  }

  @Test
  void whatHoldsOneWayDoesNotHoldBack() {
    assertThat(ways("th", Channel.VOICE)).containsExactly("lo WORKING");
    assertThat(ways("lo", Channel.VOICE)).isEmpty();
  }

  @Test
  void twoStepsMakeNoThird() {
    var level = Optional.of(LanguageLevel.FLUENT);
    var graph =
        new LanguageGraph(
            List.of(new Kinship("a", "b", level, level), new Kinship("b", "c", level, level)));
    assertThat(graph.ways("c", Channel.SMS)).extracting("through").containsExactly("b");
  }

  @Test
  void regionNarrowsALanguageAndALikeBeginningDoesNot() {
    assertThat(LanguageGraph.same("pt", "pt-BR")).isTrue();
    assertThat(LanguageGraph.same("pt-BR", "pt-PT")).isFalse();
    assertThat(LanguageGraph.same("fi", "fil")).isFalse();
  }

  private static List<String> ways(String language, Channel channel) {
    return SHIPPED.ways(language, channel).map(way -> way.through() + " " + way.most()).toList();
  }
}
