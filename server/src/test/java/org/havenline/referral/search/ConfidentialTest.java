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

  private static final double STEP = 0.5;
  private static final double PROMISED_KM = 5;

  /// Near the corner of its cell, where its area says least.
  private static final Point SECRET = new Point(48.53, 9.04);

  private static final Search ANY = Search.all(Viewer.PERSON, Made.NOW);

  @TempDir private Path folder;

  @Test
  void tenThousandSearchesTellNoMoreThanTheAreaDoes() {
    Place.Area area = Cells.area(SECRET, STEP);
    double known = Attacker.km(area.centre(), SECRET);

    double learned = Attacker.km(attacked(area, SEARCHES), SECRET);

    System.out.printf("seed %d: known %.1f km, learned %.1f km%n", SEED, known, learned);
    assertThat(learned).isGreaterThan(known - PROMISED_KM);
  }

  @Test
  void aPlaceThatLeakedIsFoundByTheSameAttacker() {
    assertThat(Attacker.km(attacked(new Place.At(SECRET, ""), FEW), SECRET))
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
            Made.service("a").at(Cells.area(new Point(48.51, 9.01), STEP)),
            Made.service("b").at(Cells.area(new Point(48.99, 9.49), STEP)))) {
      Found found = directory.search.find(ANY.with(Where.near(new Circle(office, 100))));

      assertThat(((Found.Some) found).matches())
          .hasSize(2)
          .allSatisfy(match -> assertThat(match.reasons()).contains(new Reason.Away(75, true)));
    }
  }

  @Test
  void anAreaThatMayTouchWhereSheMustNotBeSeenIsLeftOut() {
    Place.Area area = Cells.area(SECRET, STEP);
    Point employer = new Point(area.centre().latitude() + 0.5, area.centre().longitude());
    double apart = Attacker.km(employer, area.centre());
    try (var directory = Directory.of(folder, Made.service("a").at(area))) {
      double touching = apart - area.radiusKm() + 1;
      double clear = apart - area.radiusKm() - 2;

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
            .mapToObj(
                at -> Made.service("c" + at).kind("shelter").at(Cells.area(SECRET, STEP)).made());
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
