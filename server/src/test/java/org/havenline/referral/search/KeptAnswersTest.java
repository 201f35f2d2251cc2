package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Match;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.ask.When;
import org.havenline.referral.search.ask.Where;
import org.havenline.referral.search.text.Concepts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer is given again only while it is the right one.
class KeptAnswersTest {
  private static final int SERVICES = 300;
  private static final int STEPS = 500;
  private static final long SEED = 20261129;

  private static final Point HERE = new Point(49, 10);

  @TempDir private Path folder;

  private final RandomDirectory random = new RandomDirectory(SEED);
  private final SplittableRandom dice = new SplittableRandom(SEED);

  @Test
  void whateverChangesAnAnswerIsWhatASearchWithoutMemoryGives() throws Exception {
    List<Search> searches = Stream.generate(this::search).limit(40).toList();
    Map<Search, String> first = new HashMap<>();
    int wouldBeWrong = 0;
    try (var directory = new Directory(folder, random.services(SERVICES), Concepts.NONE)) {
      for (int step = 0; step < STEPS; step++) {
        if (dice.nextInt(4) == 0) {
          change(directory);
        }
        Search asked = searches.get(dice.nextInt(searches.size()));
        Found told = directory.search.find(asked);
        String fresh = all(new ServiceSearch(directory.index, Concepts.NONE, () -> 0).find(asked));
        assertThat(all(told)).as("seed " + SEED + ", step " + step + ": " + asked).isEqualTo(fresh);
        assertThat(directory.search.find(asked)).isSameAs(told);
        wouldBeWrong += first.computeIfAbsent(asked, one -> fresh).equals(fresh) ? 0 : 1;
      }
    }
    assertThat(wouldBeWrong).as("steps at which an answer kept for ever is wrong").isPositive();
  }

  @Test
  void aChangeElsewhereLetsAnAnswerBeAndOneThatConcernsItDoesNot() throws Exception {
    try (var directory =
        Directory.of(
            folder,
            Made.service("a").named("House").kind("shelter.emergency").at(49, 10),
            Made.service("b").named("Clinic").kind("health").at(49, 10))) {
      Search beds =
          Search.all(Viewer.PERSON, Made.NOW)
              .with(What.kind("shelter"))
              .with(Where.near(new Circle(HERE, 20)));
      Found before = directory.search.find(beds);

      replace(directory, Made.service("b").named("Doctors").kind("health").at(49, 10));
      replace(directory, Made.service("c").kind("shelter.longer").at(52, 13));
      assertThat(directory.search.find(beds)).isSameAs(before);

      replace(directory, Made.service("b").named("Beds").kind("shelter.longer").at(49, 10));
      assertThat(directory.ids(beds)).containsExactlyInAnyOrder("a", "b");
    }
  }

  private static void replace(Directory directory, Made made) throws InterruptedException {
    ServiceAtLocation now = made.made();
    directory.index.await(directory.index.replace(now.service(), List.of(now)));
  }

  private void change(Directory directory) throws InterruptedException {
    ServiceAtLocation now = random.service(dice.nextInt(SERVICES));
    List<ServiceAtLocation> all = dice.nextInt(10) == 0 ? List.of() : List.of(now);
    long change = directory.index.replace(now.service(), all);
    // some are asked for before they can be seen
    if (dice.nextInt(5) > 0) {
      directory.index.await(change);
    } else {
      directory.search.find(search());
      directory.index.await(change);
    }
  }

  private Search search() {
    Search any = Search.all(Viewer.PERSON, Made.NOW).first(Search.MOST);
    Where near = Where.near(new Circle(random.point(), 40 + dice.nextInt(200)));
    return switch (dice.nextInt(6)) {
      case 0 -> any.with(What.kind("shelter")).with(random.person()).with(near);
      case 1 -> any.with(What.words(random.words(2))).with(near).with(Viewer.RESPONDER);
      case 2 -> any.with(What.words(random.words(3))).with(random.person());
      case 3 -> any.with(new Speech(Set.of("ti", "ar"), true)).with(What.kind("legal.advice"));
      case 4 -> any.with(near).with(When.openWithin(Made.NOW, Duration.ofHours(2)));
      default -> any.with(Viewer.KEEPER).with(What.kind("food"));
    };
  }

  /// What it says, but for the order, in which the words of other services count as well.
  private static String all(Found found) {
    return switch (found) {
      case Found.Some(var matches, int total, var readAs) ->
          total + " " + readAs + " " + sorted(matches);
      default -> String.valueOf(found);
    };
  }

  private static List<String> sorted(List<Match> matches) {
    return matches.size() < Search.MOST
        ? matches.stream().map(match -> match.service().toString()).sorted().toList()
        : List.of();
  }
}
