package org.havenline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.ReviewState;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One message read against the shipped rules, and against 10,000 made up. The messages are the
/// examples of the shipped rules, which keeps the figure honest: nearly every one has words of some
/// rule in it, as few messages do. One thread.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RiskBenchmark {
  private static final String MADE = "en";

  private record Message(String text, Set<String> languages) {}

  private RiskMonitor shipped;
  private RiskMonitor tenThousand;
  private List<Message> messages;
  private List<Message> english;
  private int next;

  @Setup
  public void prepare() {
    var random = new SplittableRandom(1);
    var rules = RiskRules.shipped();
    messages = shuffled(rules.rules().stream().flatMap(RiskBenchmark::examples).toList(), random);
    english = messages.stream().filter(one -> one.languages().contains(MADE)).toList();
    shipped = RiskMonitor.of(rules);
    tenThousand = RiskMonitor.of(new RiskRules(made(10_000, random), rules.levels(), List.of()));
    // waits until all are stored, which is not to be measured
    shipped.brokenRules();
    if (!tenThousand.brokenRules().isEmpty()) {
      throw new IllegalStateException(tenThousand.brokenRules().getFirst().toString());
    }
  }

  @TearDown
  public void close() {
    shipped.close();
    tenThousand.close();
  }

  private static Stream<Message> examples(RiskRule rule) {
    return Stream.concat(rule.match().stream(), rule.noMatch().stream())
        .map(text -> new Message(text, Set.of(rule.language())));
  }

  private static List<Message> shuffled(List<Message> messages, SplittableRandom random) {
    var shuffled = new ArrayList<>(messages);
    for (int at = shuffled.size() - 1; at > 0; at--) {
      shuffled.set(at, shuffled.set(random.nextInt(at + 1), shuffled.get(at)));
    }
    return shuffled;
  }

  /// All of one language, so that none is left aside: phrases, words near each other, words of two
  /// groups in order. One word in six stands in messages, as few words of real rules do.
  private List<RiskRule> made(int count, SplittableRandom random) {
    var known =
        english.stream()
            .flatMap(one -> Stream.of(one.text().split("[^\\p{L}]+", -1)))
            .filter(word -> !word.isEmpty())
            .toList();
    var rules = new ArrayList<RiskRule>();
    for (int i = 0; i < count; i++) {
      var words = new ArrayList<String>();
      for (int word = 0; word < 6; word++) {
        words.add(
            random.nextInt(6) == 0 ? known.get(random.nextInt(known.size())) : unknown(random));
      }
      rules.add(rule(MADE + ".made-" + i, query(i, words)));
    }
    return rules;
  }

  private static String query(int i, List<String> words) {
    return switch (i % 3) {
      case 0 -> "\"%s %s\"".formatted(words.get(0), words.get(1));
      case 1 -> "\"%s %s\"~3".formatted(words.get(0), words.get(1));
      default ->
          "fn:maxgaps(3 fn:ordered(fn:or(%s %s %s) fn:or(%s %s %s)))".formatted(words.toArray());
    };
  }

  private static String unknown(SplittableRandom random) {
    var word = new StringBuilder();
    for (int syllable = 2 + random.nextInt(2); syllable > 0; syllable--) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private static RiskRule rule(String id, String query) {
    return new RiskRule(
        id,
        MADE,
        "threats",
        RiskLevel.HIGH,
        List.of(query),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "made up",
        ReviewState.DRAFTED,
        MADE + ".yaml",
        1);
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public RiskAssessment shippedRules() {
    var message = messages.get(next++ % messages.size());
    return shipped.assess(message.text(), message.languages());
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public RiskAssessment tenThousandRules() {
    var message = english.get(next++ % english.size());
    return tenThousand.assess(message.text(), message.languages());
  }
}
