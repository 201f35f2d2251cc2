package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.hsds.Grid;
import org.havenline.referral.search.answer.Facet;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Reason;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.Where;
import org.havenline.referral.search.text.Concepts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidentialTest {
  private static final long SEED = 7;
  private static final int SEARCHES = 10_000;

  /// Enough to find what leaks.
  private static final int FEW = 2_000;

  private static final double PROMISED_KM = 5;

  /// Near the corner of its cell, where its area says least.
  private static final Point SECRET = new Point(48.502, 9.003);

  private static final Place.Area AREA = Grid.area(SECRET, "");

  private static final Search ANY = Search.all(Viewer.PERSON, Made.NOW);

  @TempDir private Path folder;

  @Test
  void tenThousandSearchesTellNoMoreThanTheAreaDoes() {
    double known = Attacker.km(AREA.centre(), SECRET);

    double learned = Attacker.km(attacked(AREA, SEARCHES), SECRET);

    System.out.printf("seed %d: known %.1f km, learned %.1f km%n", SEED, known, learned);
    assertThat(learned).isGreaterThan(known - PROMISED_KM);
  }

  @Test
  void aPlaceThatLeakedIsFoundByTheSameAttacker() {
    assertThat(Attacker.km(attacked(new Place.At(SECRET, "", ""), FEW), SECRET))
        .isLessThan(PROMISED_KM);
  }

  @Test
  void anAreaAroundThePlaceItselfIsALeakToo() {
    assertThat(Attacker.km(attacked(new Place.Area(SECRET, 30, ""), FEW), SECRET))
        .isLessThan(PROMISED_KM);
  }

  @Test
  void distancesAreThoseOfTheCellAndRounded() {
    Point office = new Point(48.1, 9.1);
    try (var directory =
        Directory.of(
            folder,
            Made.service("a").at(Grid.area(new Point(48.51, 9.01), "")),
            Made.service("b").at(Grid.area(new Point(48.59, 9.09), "")))) {
      Found found = directory.search.find(ANY.with(Where.near(new Circle(office, 100))));

      assertThat(((Found.Some) found).matches())
          .hasSize(2)
          .allSatisfy(match -> assertThat(match.reasons()).contains(new Reason.Away(50, true)));
    }
  }

  @Test
  void anAreaThatMayTouchWhereSheMustNotBeSeenIsLeftOut() {
    Point employer = new Point(AREA.centre().latitude() + 0.5, AREA.centre().longitude());
    double apart = Attacker.km(employer, AREA.centre());
    try (var directory = Directory.of(folder, Made.service("a").at(AREA))) {
      double touching = apart - AREA.radiusKm() + 1;
      double clear = apart - AREA.radiusKm() - 2;

      assertThat(directory.ids(ANY.with(Where.ANYWHERE.notIn(new Circle(employer, touching)))))
          .isEmpty();
      assertThat(directory.ids(ANY.with(Where.ANYWHERE.notIn(new Circle(employer, clear)))))
          .containsExactly("a");
    }
  }

  @Test
  void countsOfKindsNeverIncludeConfidentialServicesNorAFewOfAny() {
    Stream<ServiceAtLocation> confidential =
        IntStream.range(0, 12)
            .mapToObj(at -> Made.service("c" + at).kind("shelter").at(AREA).made());
    Stream<ServiceAtLocation> open =
        IntStream.range(0, 21)
            .mapToObj(
                at -> Made.service("o" + at).kind(at < 10 ? "shelter" : "legal").at(48, 9).made());
    List<ServiceAtLocation> services = Stream.concat(confidential, open).toList();
    try (var directory = new Directory(folder, services, Concepts.NONE)) {
      assertThat(directory.search.kinds(ANY))
          .containsExactly(
              new Facet("legal", OptionalInt.of(11)), new Facet("shelter", OptionalInt.empty()));
    }
  }

  private Point attacked(Place place, int searches) {
    RandomDirectory others = new RandomDirectory(SEED);
    List<ServiceAtLocation> services =
        Stream.concat(
                others.services(6).stream(), Stream.of(Made.service("target").at(place).made()))
            .toList();
    try (var directory = new Directory(folder, services, Concepts.NONE)) {
      return new Attacker(
              directory.search, "target", new Point(49, 10.5), new SplittableRandom(SEED))
          .placesItAfter(searches);
    }
  }
}
