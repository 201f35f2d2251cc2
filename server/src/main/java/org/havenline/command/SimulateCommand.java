package org.havenline.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.havenline.rehearsal.Simulation;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.rehearsal.scenario.ScenarioFile;
import org.havenline.rehearsal.shown.HtmlReport;
import org.havenline.rehearsal.shown.JsonReport;
import org.havenline.rehearsal.shown.TextReport;
import org.havenline.routingconfig.RoutingTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `simulate`: what tables would have led to, before they are in force.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Rehearses days of contacts with the tables in force, and with a draft beside them: waits,"
            + " workload, and which contacts change path. Nothing is sent, nothing is stored.")
public final class SimulateCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "a scenario; see the README of the tables")
  private Path file = Path.of("");

  @Option(names = "--draft", paramLabel = "FOLDER", description = "tables to compare with")
  private @Nullable Path draft;

  @Option(names = "--seed", description = "instead of the scenario's: other chance")
  private @Nullable Long seed;

  @Option(names = "--json", description = "prints JSON, with every contact that changes path")
  private boolean json;

  @Option(names = "--html", paramLabel = "OUT", description = "writes a page with charts")
  private @Nullable Path html;

  private final PrintStream out;
  private final Supplier<InForce> inForce;

  public SimulateCommand(PrintStream out, Supplier<InForce> inForce) {
    this.out = out;
    this.inForce = inForce;
  }

  /// @throws Refused with everything wrong in the scenario or the draft
  @Override
  public void run() {
    var live = inForce.get();
    var other = Optional.ofNullable(draft).map(folder -> Files.tables(folder, live.texts()));
    var scenario = scenario(Stream.concat(Stream.of(live.tables()), other.stream()).toList());
    var report = new Simulation(Integer.MAX_VALUE, () -> false).run(scenario, live.tables(), other);
    out.println(json ? JsonReport.of(report) : TextReport.of(report));
    if (html != null) {
      Files.write(html, HtmlReport.of(report));
    }
  }

  private Scenario scenario(List<RoutingTables> tables) {
    var reader =
        new ScenarioFile(
            String.valueOf(file.getFileName()),
            tables,
            ScenarioFile.Limits.COMMAND,
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            name -> Files.beside(file, name));
    return switch (reader.read(Files.bytes(file))) {
      case ScenarioFile.Reading.Sound(var scenario) -> scenario;
      case ScenarioFile.Reading.Faulty(var findings) -> throw new Refused(findings);
    };
  }
}
