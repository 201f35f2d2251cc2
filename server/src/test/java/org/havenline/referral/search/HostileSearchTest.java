package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.ask.Where;
import org.havenline.referral.search.text.Concepts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSearchTest {
  private static final Search ANY = Search.all(Viewer.PERSON, Made.NOW);

  @TempDir private Path folder;
  private List<ServiceAtLocation> services = List.of();

  @BeforeEach
  void aDirectory() {
    services = new RandomDirectory(3).services(500);
  }

  static Stream<String> bombs() {
    return Stream.of(
        "a* b* c* ?* *",
        "/(a+)+$/ (((((((((((((((((((( [a TO z] field:* \"",
        "help ".repeat(60),
        "wmen~2 hlep~2 huose~2 advcie~2 nihgt~2 sfae~2 rihgts~2",
        "x".repeat(300),
        "\u202e\u0000\uFFFF\uD800 safe",
        "ﷺ".repeat(299),
        "ሀ".repeat(300),
        "好".repeat(300),
        "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(5),
        "-* NOT * AND NOT shelter",
        "' OR 1=1; FLUSHALL; ${jndi:ldap://x}",
        "🏠".repeat(150),
        "e\u0301".repeat(150));
  }

  /// What it may cost is bounded by the clock, see below; here: answered, and never by an error.
  @ParameterizedTest
  @MethodSource("bombs")
  void isAnsweredAsWordsLikeAnyOther(String text) {
    try (var directory = new Directory(folder, services, Concepts.NONE)) {
      assertThat(directory.search.find(ANY.with(What.words(text))))
          .isInstanceOfAny(Found.Some.class, Found.None.class);
      assertThat(directory.search.suggest(text, "en")).hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void isRefusedBeforeItIsReadWhenItIsTooLong() {
    try (var directory = new Directory(folder, services, Concepts.NONE)) {
      assertThat(directory.search.find(ANY.with(What.words("help ".repeat(100)))))
          .isEqualTo(
              new Found.Refused(
                  "The text is longer than 300 letters", "Search for a few words", false));
    }
  }

  @Test
  void isGivenUpWhenItTakesTooLong() {
    AtomicLong nanos = new AtomicLong();
    try (var directory = new Directory(folder, services, Concepts.NONE)) {
      var hurried =
          new ServiceSearch(directory.index, Concepts.NONE, () -> nanos.addAndGet(200_000_000));

      assertThat(hurried.find(ANY.with(What.words("help women"))))
          .isInstanceOfSatisfying(
              Found.Refused.class,
              refused -> assertThat(refused.what()).contains("longer than 250 ms"));
    }
  }

  @Test
  void manyAreasToAvoidAreRefused() {
    Stream<Circle> circles =
        Stream.generate(() -> new Circle(new Point(48, 9), 5)).limit(Where.MOST_AVOIDED + 1);

    assertThatThrownBy(() -> Where.ANYWHERE.notIn(circles.toArray(Circle[]::new)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("areas");
  }
}
