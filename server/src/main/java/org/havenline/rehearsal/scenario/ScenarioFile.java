package org.havenline.rehearsal.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.rehearsal.arrivals.Demand;
import org.havenline.rehearsal.arrivals.Figures;
import org.havenline.rehearsal.arrivals.RecordedArrivals;
import org.havenline.rehearsal.arrivals.SyntheticArrivals;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.Value;
import org.havenline.routingconfig.yaml.YamlFile;

/// Reads a scenario: YAML, and a CSV file beside it when arrivals are recorded.
public final class ScenarioFile {
  private static final long SEED = 1;
  private static final Length QUARTER_HOUR = new Length.Lognormal(Duration.ofMinutes(15), 0.7);

  private final List<RoutingTables> tables;
  private final Limits limits;
  private final OptionalLong seed;
  private final Function<String, Optional<String>> beside;
  private final Ledger ledger = new Ledger();
  private final String file;

  /// How much is rehearsed at most.
  public record Limits(int days, int contacts) {
    /// What takes a machine seconds, not hours.
    public static final Limits COMMAND = new Limits(92, 200_000);
  }

  /// What came of reading a scenario.
  public sealed interface Reading {
    record Sound(Scenario scenario) implements Reading {}

    record Faulty(List<Finding> findings) implements Reading {}
  }

  /// @param tables all that are to be compared: a shift may name who is in one of them
  /// @param seed instead of the scenario's
  /// @param beside the text of a file named in the scenario, empty when there is none
  public ScenarioFile(
      String file,
      List<RoutingTables> tables,
      Limits limits,
      OptionalLong seed,
      Function<String, Optional<String>> beside) {
    this.file = file;
    this.tables = List.copyOf(tables);
    this.limits = limits;
    this.seed = seed;
    this.beside = beside;
  }

  public Reading read(byte[] bytes) {
    ledger.know(
        "responder",
        tables.stream()
            .flatMap(one -> one.responders().stream())
            .map(Responder::id)
            .collect(Collectors.toUnmodifiableSet()));
    ledger.know("line", lines().map(Line::id).collect(Collectors.toUnmodifiableSet()));
    var scenario = YamlFile.read(file, bytes, ledger).flatMap(this::scenario);
    var findings = ledger.close();
    return scenario.isPresent() && findings.isEmpty()
        ? new Reading.Sound(scenario.get())
        : new Reading.Faulty(findings);
  }

  /// A line all tables have.
  private Stream<Line> lines() {
    return tables.getFirst().lines().stream()
        .filter(line ->
            tables.stream()
                .allMatch(one -> one.lines().stream().anyMatch(l -> l.id().equals(line.id()))));
  }

  private Optional<Scenario> scenario(Fields top) {
    var name = top.required("line").map(v -> v.refersTo("line")).orElse("");
    var line = lines().filter(one -> one.id().equals(name)).findFirst();
    var from = top.required("from").flatMap(Figures::date);
    var empty =
        new Scenario(
            name,
            from.orElse(LocalDate.EPOCH),
            top.optional("days").map(v -> v.whole(1, limits.days())).orElse(7),
            line.map(Line::timeZone).orElse(ZoneOffset.UTC),
            List.of(),
            top.optional("responders").map(this::staffing).orElse(Staffing.USUAL),
            top.optional("handling")
                .map(Lengths::read)
                .orElse(
                    new Lengths(
                        List.of(
                            new Lengths.Entry(Optional.empty(), Optional.empty(), QUARTER_HOUR)))),
            top.optional("patience").map(Lengths::read).orElse(Lengths.ENDLESS),
            top.optional("within")
                .map(v -> v.duration(Duration.ofSeconds(1), Length.MOST))
                .orElse(Duration.ofMinutes(1)),
            seed.orElse(
                top.optional("seed").map(v -> (long) v.whole(0, 999_999_999)).orElse(SEED)));
    var value = top.required("arrivals");
    top.done();
    return from.isPresent() && line.isPresent()
        ? value.map(given -> with(empty, arrivals(given, empty)))
        : Optional.empty();
  }

  private Staffing staffing(Value value) {
    var fields = value.fields();
    var staffing = Staffing.read(fields);
    fields.done();
    return staffing;
  }

  private List<Arrival> arrivals(Value value, Scenario of) {
    var fields = value.fields();
    var recorded = fields.optional("recorded");
    var random = new SplittableRandom(of.seed());
    List<Arrival> all;
    if (recorded.isPresent()) {
      var name = recorded.get().text();
      var text = beside.apply(name);
      if (text.isEmpty()) {
        recorded.get().fault("this file cannot be read", "Put it beside the scenario");
      }
      all =
          text.map(csv -> RecordedArrivals.read("arrivals", csv, of.zone(), random, ledger))
              .orElse(List.of());
    } else {
      var demand = Demand.read(fields);
      if (SyntheticArrivals.expected(demand, of.zone(), of.begin(), of.end()) > limits.contacts()) {
        value.fault("too many contacts", "At most " + limits.contacts() + " at once");
        return List.of();
      }
      all = SyntheticArrivals.of(demand, of.zone(), of.begin(), of.end(), random);
    }
    fields.done();
    return withinDays(value, of, all);
  }

  private List<Arrival> withinDays(Value value, Scenario of, List<Arrival> all) {
    var within =
        all.stream()
            .filter(one -> !one.at().isBefore(of.begin()) && one.at().isBefore(of.end()))
            .toList();
    if (within.isEmpty()) {
      value.fault("nobody comes in these days", "Look at 'from', 'days' and the arrivals");
    } else if (within.size() > limits.contacts()) {
      value.fault("too many contacts", "At most " + limits.contacts() + " at once");
      return List.of();
    }
    return within;
  }

  private static Scenario with(Scenario empty, List<Arrival> arrivals) {
    return new Scenario(
        empty.line(),
        empty.from(),
        empty.days(),
        empty.zone(),
        arrivals,
        empty.staffing(),
        empty.handling(),
        empty.patience(),
        empty.within(),
        empty.seed());
  }
}
