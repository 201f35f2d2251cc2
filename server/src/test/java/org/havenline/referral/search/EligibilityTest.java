package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.find.Hours;
import org.havenline.referral.search.index.BlindIndex;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.text.Concepts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {
  private static final long SEED = 20_261_129;
  private static final int SERVICES = 160;

  @TempDir private Path folder;

  @Test
  void tenThousandPersonsSeeAllThatTakesThemAndNothingElse() {
    System.out.println("seed " + SEED);
    RandomDirectory random = new RandomDirectory(SEED);
    List<ServiceAtLocation> services = random.services(SERVICES);
    try (var index = ServiceIndex.open(folder, Directory.source("1", services))) {
      assertThat(wrong(index, services, random, 10_000)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Requirement.class)
  void aFilterThatForgetsOneQuestionIsCaught(Requirement hole) {
    RandomDirectory random = new RandomDirectory(SEED);
    List<ServiceAtLocation> services = random.services(SERVICES);
    try (var index = BlindIndex.open(folder, Directory.source("1", services), hole)) {
      assertThat(wrong(index, services, random, 100)).isPositive();
    }
  }

  /// Persons for whom the search and the slow check differ.
  private static long wrong(
      ServiceIndex index, List<ServiceAtLocation> services, RandomDirectory random, int persons) {
    var search = new ServiceSearch(index, Concepts.NONE, Hours.NOT_SAID, () -> 0);
    long wrong = 0;
    for (int at = 0; at < persons; at++) {
      Person person = random.person();
      Set<String> right =
          services.stream()
              .filter(service -> SlowCheck.mayBeOffered(service, person))
              .map(service -> service.id().value())
              .collect(Collectors.toSet());
      Found found =
          search.find(Search.all(Viewer.PERSON, Made.NOW).with(person).first(Search.MOST));
      wrong += same(found, right) ? 0 : 1;
    }
    return wrong;
  }

  /// Where there are more than a page, the page and the total.
  private static boolean same(Found found, Set<String> right) {
    return switch (found) {
      case Found.Some some -> {
        Set<String> shown = new HashSet<>(Directory.ids(found));
        yield some.total() == right.size()
            && shown.size() == Math.min(right.size(), Search.MOST)
            && right.containsAll(shown);
      }
      case Found.None none -> right.isEmpty();
      case Found.Refused refused -> false;
    };
  }
}
