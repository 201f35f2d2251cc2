package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A wish for a woman or a man, exclusions, minors, capacity and who interprets, through the whole
/// server: random tables read from YAML, messages taken in, wishes noted, offers made, on a real
/// store. Every offer is looked at by an [Oracle]. `-Dcases=100000` for the long run.
class PreferencesIT extends LineTest {
  private static final long SEED = Long.getLong("seed", 20_261_124L);
  private static final int CASES = Integer.getInteger("cases", 10_000);

  @TempDir private Path folder;

  @Test
  void noOfferEverGoesToSomebodyItMustNot() {
    var random = new SplittableRandom(SEED);
    int offers = 0;
    int interpreted = 0;
    int together = 0;
    int loads = 0;
    for (; offers < CASES; loads++) {
      line.redis.call("FLUSHALL");
      var night = night(random.split(), line.asking::askAll);
      for (int i = 0; i < 40; i++) {
        night.passes();
        assertThat(night.oracle.violations()).isEmpty();
      }
      offers += night.oracle.offers();
      interpreted += night.oracle.interpreted();
      together += night.oracle.together();
    }
    System.out.printf(
        "seed %d: %d offers in %d loads, %d of them with somebody who interprets, %d to several at"
            + " once, none wrong%n",
        SEED, offers, loads, interpreted, together);
    assertThat(together).as("offers to several at once").isGreaterThan(offers / 30);
    assertThat(interpreted).as("offers with somebody who interprets").isGreaterThan(offers / 100);
  }

  @Test
  void noOfferDoesWhileTwoNodesAskAndWishesAreNotedAtTheSameTime() {
    var random = new SplittableRandom(SEED);
    int offers = 0;
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      while (offers < CASES / 10) {
        line.redis.call("FLUSHALL");
        var night = new AtomicReference<Night>();
        night.set(
            night(
                random.split(),
                () -> {
                  var one = CompletableFuture.runAsync(line.asking::askAll, nodes);
                  var other = CompletableFuture.runAsync(line.asking::askAll, nodes);
                  for (int n = 0; n < 20; n++) {
                    night.get().noteOfSomebody();
                  }
                  CompletableFuture.allOf(one, other).join();
                }));
        for (int i = 0; i < 40; i++) {
          night.get().passes();
          assertThat(night.get().oracle.violations()).isEmpty();
        }
        offers += night.get().oracle.offers();
      }
    }
    System.out.printf("seed %d: %d offers by two nodes at once, none wrong%n", SEED, offers);
  }

  @ParameterizedTest
  @EnumSource
  void serverThatForgetsOneThingIsCaught(Careless mutant) {
    var night = night(new SplittableRandom(SEED), () -> mutant.askAll(line));
    for (int i = 0; i < 20; i++) {
      night.passes();
    }
    assertThat(night.oracle.violations())
        .isNotEmpty()
        .allMatch(violation -> violation.startsWith(mutant.name().toLowerCase(Locale.ROOT)));
  }

  private Night night(SplittableRandom random, Runnable asking) {
    return new Night(line, clock, folder.resolve("all.yaml"), random, asking);
  }
}
