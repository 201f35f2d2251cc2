package org.havenline.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.http.Networks;
import org.havenline.http.Request;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.testing.HandClock;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A flood beside 200 people who want to begin and speak, on a real store and a clock set by hand.
class CrowdIT {
  private static final long SEED = 20_261_129;
  private static final Duration STEP = Duration.ofMillis(250);
  private static final int STEPS = 80;
  private static final int PEOPLE = 200;

  /// Steps that a phone of 2014 works for a place.
  private static final int WORK = 4;

  /// Of these, behind one address: a school, a shelter.
  private static final int TOGETHER = 60;

  /// Of a flood, in each step: a thousand of each kind a second.
  private static final int BEGIN = 250;

  private static final int SPEAK = 250;

  private final HandClock clock = HandClock.atNoon();
  private RealRedis store;
  private Redis redis;
  private Crowd crowd;

  @BeforeEach
  void open(@TempDir java.nio.file.Path folder) {
    store = RealRedis.start(RealRedis.Version.EMBEDDED);
    redis = Redis.open(store.address());
    var keys = Keys.open(folder, redis);
    crowd =
        new Crowd(
            redis,
            new LineKeys(new LineId("night")),
            new Networks(Set.of()),
            keys.pseudonyms(),
            clock);
  }

  @AfterEach
  void close() {
    redis.close();
    store.close();
  }

  private static Request from(String address) {
    return new Request(
        "POST",
        "/",
        "/",
        Map.of("x-forwarded-for", List.of(address)),
        Map.of(),
        Map.of(),
        new byte[0],
        "127.0.0.1");
  }

  /// Somebody who begins, tries again as her page does, and says something every two seconds.
  private final class Person {
    private final Request from;
    private final boolean works;
    private final int comes;
    private String solution = "";
    private int next;
    private int failed;
    private int began = -1;
    private int spoke;
    private int refused;

    /// @param works whether her browser has script; else she waits
    Person(Request from, boolean works, int comes) {
      this.from = from;
      this.works = works;
      this.comes = comes;
      this.next = comes;
    }

    void act(int step, Function<Request, Request> seen, Random random) {
      if (step < next) {
        return;
      }
      var asked = seen.apply(from);
      var wait =
          began >= 0
              ? crowd.speaks(asked)
              : solution.isEmpty() ? crowd.begins(asked) : crowd.worked(asked, solution);
      if (!wait.isPositive()) {
        failed = 0;
        spoke += began < 0 ? 0 : 1;
        began = began < 0 ? step : began;
        next = step + 8;
      } else {
        refused++;
        double seconds = Math.min(30, 1 << failed++) * (0.5 + random.nextDouble() / 2);
        next = step + (int) Math.ceil(Math.max(seconds, wait.toMillis() / 1_000.0 + 1) * 4);
        solution = works && began < 0 ? solved(crowd.puzzle(asked), random) : "";
        next = solution.isEmpty() ? next : step + WORK;
      }
    }
  }

  private static String solved(String puzzle, Random random) {
    return Stream.iterate(random.nextInt(1 << 30), n -> n + 1)
        .map(n -> Integer.toString(n, 36))
        .filter(one -> Crowd.solves(puzzle, one))
        .findFirst()
        .orElseThrow();
  }

  /// @param works whether who has script works for her place
  /// @param seen how the guard sees where a request comes from
  private List<Person> flood(int networks, boolean works, Function<Request, Request> seen) {
    var random = new Random(SEED + networks);
    var people =
        IntStream.range(0, PEOPLE)
            .mapToObj(i ->
                new Person(
                    from(i < TOGETHER ? "203.0.113." + i : "198.51." + i % 100 + ".7"),
                    works && i % 5 > 0,
                    random.nextInt(STEPS / 2)))
            .toList();
    for (int step = 0; step < STEPS; step++) {
      int now = step;
      var all = new ArrayList<Runnable>();
      for (int i = 0; i < BEGIN + SPEAK; i++) {
        int one = random.nextInt(networks);
        var flood = from("10.%d.%d.%d".formatted(one / 250, one % 250, random.nextInt(250)));
        boolean begins = i < BEGIN;
        all.add(() -> {
          var _ = begins ? crowd.begins(seen.apply(flood)) : crowd.speaks(seen.apply(flood));
        });
      }
      people.forEach(one -> all.add(() -> one.act(now, seen, random)));
      Collections.shuffle(all, random);
      all.forEach(Runnable::run);
      clock.move(STEP);
    }
    return people;
  }

  private static long began(List<Person> people) {
    return people.stream().filter(one -> one.began >= 0).count();
  }

  private static double waited(List<Person> people, double part) {
    var all =
        people.stream().map(one -> one.began < 0 ? STEPS : one.began - one.comes).sorted().toList();
    return all.get((int) ((all.size() - 1) * part)) / 4.0;
  }

  private static String figures(String what, List<Person> people) {
    long spoke = people.stream().mapToLong(one -> one.spoke).sum();
    long refused = people.stream().mapToLong(one -> one.refused).sum();
    return "seed %d, %s: %d of %d began, half within %.2f s, 95 %% within %.2f s; said %d, refused %d"
        .formatted(
            SEED,
            what,
            began(people),
            people.size(),
            waited(people, 0.5),
            waited(people, 0.95),
            spoke,
            refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1_000})
  void peopleBeginAndSpeakBesideAFloodFromSoManyNetworks(int networks) {
    var people = flood(networks, true, Function.identity());
    System.out.println(figures("flood from " + networks, people));
    System.out.println(figures("  those behind one address", people.subList(0, TOGETHER)));

    assertThat(began(people)).isGreaterThanOrEqualTo(PEOPLE * 98 / 100);
    assertThat(began(people.subList(0, TOGETHER))).isGreaterThanOrEqualTo(TOGETHER * 95 / 100);
    assertThat(people.stream().filter(one -> one.began >= 0 && one.comes < STEPS / 4))
        .as("whoever came in the first half has also spoken")
        .allMatch(one -> one.spoke > 0);
  }

  /// The same flood, when nobody looks where it comes from.
  @Test
  void withoutTheGuardTheFloodTakesTheirPlaces() {
    var people = flood(10, false, _ -> from(""));
    System.out.println(figures("guard off, flood from 10", people));

    assertThat(began(people)).isLessThan(PEOPLE * 3 / 4);
  }

  @Test
  void aSolutionIsOneChanceMoreAndOnlyOnce() {
    var she = from("192.0.2.1");
    var puzzle = crowd.puzzle(she);
    var solution = solved(puzzle, new Random(SEED));
    while (!crowd.begins(she).isPositive()) {
      // until her network has had its share
    }
    assertThat(crowd.worked(she, "wrong").isPositive()).isTrue();
    assertThat(crowd.worked(from("192.0.3.1"), solution)).as("another network's").isZero();
    assertThat(crowd.worked(she, solution)).isZero();
    assertThat(crowd.worked(she, solution).isPositive()).as("used").isTrue();
  }
}
