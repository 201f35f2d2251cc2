package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.index.BlindIndex;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.index.Source;
import org.havenline.referral.search.text.Concepts;
import org.havenline.referral.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {
  private static final long SEED = 20_261_129;
  private static final int SERVICES = 160;

  @TempDir private Path folder;

  @Test
  void personsSeeAllThatTakesThemAndNothingElseWhateverLimitsThereAre() {
    System.out.println("seed " + SEED);
    RandomDirectory random = new RandomDirectory(SEED);
    List<ServiceAtLocation> services = random.services(SERVICES);
    try (var directory = new Pages(services, ServiceIndex::open)) {
      assertThat(directory.wrong(random, 2_500)).isZero();
    }
  }

  @Test
  void tenThousandPersonsSeeOfTheSampleDirectoryAllThatTakesThemAndNothingElse() {
    System.out.println("seed " + SEED);
    RandomDirectory random = new RandomDirectory(SEED);
    try (var directory = new Pages(Sample.services(Taxonomy.shipped()), ServiceIndex::open)) {
      assertThat(directory.wrong(random, 10_000)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Requirement.class)
  void aFilterThatForgetsOneQuestionIsCaughtByTheSampleToo(Requirement hole) {
    RandomDirectory random = new RandomDirectory(SEED);
    List<ServiceAtLocation> services = Sample.services(Taxonomy.shipped());
    try (var directory = new Pages(services, (at, source) -> BlindIndex.open(at, source, hole))) {
      assertThat(directory.wrong(random, 100)).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Requirement.class)
  void aFilterThatForgetsOneQuestionIsCaught(Requirement hole) {
    RandomDirectory random = new RandomDirectory(SEED);
    List<ServiceAtLocation> services = random.services(SERVICES);
    try (var directory = new Pages(services, (at, source) -> BlindIndex.open(at, source, hole))) {
      assertThat(directory.wrong(random, 100)).isPositive();
    }
  }

  /// The directory in parts that one answer shows whole, so that every service is compared.
  private final class Pages implements AutoCloseable {
    private final List<Page> pages = new ArrayList<>();

    private record Page(
        List<ServiceAtLocation> services, ServiceIndex index, ServiceSearch search) {}

    Pages(List<ServiceAtLocation> all, BiFunction<Path, Source, ServiceIndex> open) {
      for (int from = 0; from < all.size(); from += Search.MOST) {
        var some = all.subList(from, Math.min(from + Search.MOST, all.size()));
        var index = open.apply(folder.resolve("" + from), Directory.source("1", some));
        pages.add(new Page(some, index, new ServiceSearch(index, Concepts.NONE, () -> 0)));
      }
    }

    /// Persons for whom the search and the slow check differ.
    long wrong(RandomDirectory random, int persons) {
      return Stream.generate(random::person)
          .limit(persons)
          .filter(person -> pages.stream().anyMatch(page -> isWrong(page, person)))
          .count();
    }

    private static boolean isWrong(Page page, Person person) {
      Set<String> right =
          page.services.stream()
              .filter(service -> SlowCheck.mayBeOffered(service, person))
              .map(service -> service.id().value())
              .collect(Collectors.toSet());
      Found found =
          page.search.find(Search.all(Viewer.PERSON, Made.NOW).with(person).first(Search.MOST));
      return switch (found) {
        // what the index lets through is checked again before it is shown: the total tells
        case Found.Some some ->
            some.total() != right.size() || !right.equals(Set.copyOf(Directory.ids(found)));
        case Found.None none -> !right.isEmpty();
        case Found.Refused refused -> true;
      };
    }

    @Override
    public void close() {
      pages.forEach(page -> page.index.close());
    }
  }
}
