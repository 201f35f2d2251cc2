package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;
import org.junit.jupiter.api.Test;

/// Rules replaced while messages are read: a rule that stands in every set never misses its
/// message.
class RiskRulesLiveTest {
  private static final int REPLACEMENTS = 200;
  private static final int READERS = 4;
  private static final String ALWAYS = "en.always";

  private static final RiskRules SHIPPED = RiskRules.shipped();
  private static final List<RiskRule> ENGLISH =
      SHIPPED.rules().stream().filter(rule -> rule.language().equals("en")).toList();

  @Test
  void twoHundredReplacementsMissNothing() throws InterruptedException {
    try (RiskMonitor monitor = RiskMonitor.of(set(0))) {
      Outcome outcome =
          run(
              REPLACEMENTS,
              text -> monitor.assess(text, Set.of("en")).signals(),
              monitor::replace,
              new AtomicLong());

      System.out.println(outcome);
      assertThat(outcome.missed()).isZero();
      assertThat(outcome.assessed()).isGreaterThanOrEqualTo((long) REPLACEMENTS * READERS);
      assertThat(monitor.brokenRules()).isEmpty();
    }
  }

  /// What the fair lock and the order of building, swapping and closing are for.
  @Test
  void closingTheOldSetBeforeTheNewOneStandsWouldMissSome() throws InterruptedException {
    var careless = new Careless(new StoredRules(set(0)));
    Outcome outcome =
        run(
            10,
            text -> careless.rules.find(text, Set.of("en")),
            next -> {
              careless.rules.close();
              careless.awaitAReader();
              careless.rules = new StoredRules(next);
            },
            careless.asked);
    careless.rules.close();

    assertThat(outcome.missed()).isPositive();
  }

  private static final class Careless {
    private final AtomicLong asked = new AtomicLong();
    private volatile StoredRules rules;

    private Careless(StoredRules rules) {
      this.rules = rules;
    }

    /// One more than all readers: at least one has begun since.
    private void awaitAReader() {
      awaitAtLeast(asked, asked.get() + READERS + 1);
    }
  }

  private record Outcome(long assessed, long missed) {}

  /// @param asked counts every message at its end, missed or not
  private static Outcome run(
      int replacements,
      Function<String, List<Signal>> assess,
      Consumer<RiskRules> replace,
      AtomicLong asked)
      throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong missed = new AtomicLong();
    List<Thread> readers = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      int own = reader;
      readers.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int at = own; !done.get(); at++) {
                  if (!isFound(assess, message(at))) {
                    missed.incrementAndGet();
                  }
                  asked.incrementAndGet();
                }
              }));
    }
    for (int at = 1; at <= replacements; at++) {
      // under load: the readers have gone on since the last one
      awaitAtLeast(asked, asked.get() + READERS);
      replace.accept(set(at));
    }
    done.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    return new Outcome(asked.get(), missed.get());
  }

  private static boolean isFound(Function<String, List<Signal>> assess, String text) {
    try {
      return assess.apply(text).stream().anyMatch(signal -> signal.ruleId().equals(ALWAYS));
    } catch (RuntimeException | AssertionError e) {
      // Lucene's own assertions fail first where they are on
      return false;
    }
  }

  private static void awaitAtLeast(AtomicLong counter, long count) {
    while (counter.get() < count) {
      Thread.onSpinWait();
    }
  }

  private static String message(int at) {
    RiskRule other = ENGLISH.get(at % ENGLISH.size());
    return other.match().getFirst() + " and he hid my lantern " + at;
  }

  /// Twelve shipped rules, other ones each time, with the one that always stands among them.
  private static RiskRules set(int at) {
    Stream<RiskRule> others =
        IntStream.range(0, 12).mapToObj(i -> ENGLISH.get((at * 5 + i) % ENGLISH.size())).distinct();
    return new RiskRules(
        Stream.concat(others, Stream.of(always())).toList(), SHIPPED.levels(), List.of());
  }

  private static RiskRule always() {
    return MadeUpRule.of(ALWAYS, "threats", "fn:maxgaps(2 fn:ordered(hid lantern))");
  }
}
