package org.havenline.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.havenline.contact.ContactId;
import org.havenline.rehearsal.Simulation;
import org.havenline.rehearsal.report.Report;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.rehearsal.scenario.ScenarioFile;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Proposal;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.Triage;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.RoutingTables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One decision, one full re-match, one simulated week.
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RoutingBenchmark {
  private RoutingPlan plan;
  private List<FreeResponder> free;
  private List<Triage> contacts;
  private List<WaitingContact> waiting;
  private RoutingTables weekTables;
  private Scenario week;
  private int next;

  @Setup
  public void prepare() {
    var random = new SplittableRandom(1);
    var tables = Large.tables(200, 1000);
    plan = RoutingPlan.of(tables, "demo");
    free = Large.free(tables);
    contacts = IntStream.range(0, 10_000).mapToObj(_ -> Large.contact(random)).toList();
    waiting =
        IntStream.range(0, contacts.size())
            .mapToObj(i ->
                plan.waiting(
                    new ContactId("c" + i),
                    contacts.get(i),
                    Large.NOW.minus(Duration.ofSeconds(random.nextInt(3600))),
                    0,
                    Set.of()))
            .sorted(java.util.Comparator.comparingLong(one -> one.decision().virtualArrival()))
            .toList();
    weekTables = Large.tables(5, 120);
    week = week(weekTables);
  }

  private static Scenario week(RoutingTables tables) {
    var yaml =
        """
        line: demo
        from: 2026-11-23
        arrivals:
          a-week: 20000
          hours: [5, 4, 3, 2, 2, 2, 3, 4, 5, 6, 6, 7, 7, 7, 7, 8, 8, 9, 10, 11, 12, 11, 9, 7]
          channels: {sms: 60, whatsapp: 25, webchat: 15}
          languages: {en: 50, es: 28, uk: 6, fr: 5, ar: 5, ru: 2, pt-BR: 2, und: 2}
          risks: {immediate: 2, high: 8, elevated: 20, standard: 70}
          minors: 8
          wish-woman: 10
        responders: {declines: 4}
        handling: [{median: 18m, spread: 0.9}]
        patience: [{median: 40m, spread: 1}]
        """;
    var reader =
        new ScenarioFile(
            "week",
            List.of(tables),
            ScenarioFile.Limits.COMMAND,
            OptionalLong.empty(),
            _ -> Optional.empty());
    return switch (reader.read(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
      case ScenarioFile.Reading.Sound(var scenario) -> scenario;
      case ScenarioFile.Reading.Faulty(var findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }

  /// All 200 rules are asked, then all 1,000 responders.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public List<Proposal> decision() {
    var triage = contacts.get(next++ % contacts.size());
    var one = plan.waiting(new ContactId("c"), triage, Large.NOW, 0, Set.of());
    return Matching.proposeAll(List.of(one), free, Large.NOW);
  }

  /// 10,000 waiting, 1,000 responders.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public List<Proposal> rematch() {
    return Matching.proposeAll(waiting, free, Large.NOW);
  }

  /// 20,000 contacts, from the scenario to the report.
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 1)
  @Measurement(iterations = 5)
  public Report week() {
    return new Simulation(0, () -> false).run(week, weekTables, Optional.empty());
  }
}
