package org.havenline.console.rehearsal;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.havenline.console.administrator.Findings;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.rehearsal.Simulation;
import org.havenline.rehearsal.play.Rehearsal;
import org.havenline.rehearsal.route.Explainer;
import org.havenline.rehearsal.route.Question;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.rehearsal.scenario.ScenarioFile;
import org.havenline.rehearsal.shown.JsonReport;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;

/// Answers what would happen with the tables in force or with a draft. Bounded in size and time,
/// one simulation at once, so that nobody at the desk can keep the server from those who call.
public final class Rehearsals {
  private static final ScenarioFile.Limits LIMITS = new ScenarioFile.Limits(31, 50_000);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int EXAMPLES = 50;
  private static final int UNPROCESSABLE = 422;

  private final Supplier<RoutingTables> inForce;
  private final Set<String> texts;
  private final InstantSource clock;
  private final Semaphore one = new Semaphore(1);

  /// @param texts keys of the translations that a draft may name
  public Rehearsals(Supplier<RoutingTables> inForce, Set<String> texts, InstantSource clock) {
    this.inForce = inForce;
    this.texts = Set.copyOf(texts);
    this.clock = clock;
  }

  /// The body is as the contract has it.
  public Response route(JsonObject body) {
    try {
      return answered(body);
    } catch (DateTimeException e) {
      return Problems.badRequest("There is no such day or time.");
    }
  }

  private Response answered(JsonObject body) {
    return switch (draft(body)) {
      case Reading.Faulty(var findings) -> faulty(findings);
      case Reading.Sound(var tables) ->
          RouteBody.question(body, tables, clock.instant())
              .map(question -> explained(tables, question))
              .orElseGet(Problems::notFound);
    };
  }

  private static Response explained(RoutingTables tables, Question question) {
    return json(JsonReport.of(Explainer.of(tables, question)));
  }

  /// The body is as the contract has it.
  public Response simulate(JsonObject body) {
    if (!one.tryAcquire()) {
      return Problems.busy();
    }
    try {
      return switch (draft(body)) {
        case Reading.Faulty(var findings) -> faulty(findings);
        case Reading.Sound(var tables) -> simulated(body, tables);
      };
    } catch (Rehearsal.TookTooLong e) {
      return Problems.of(
          UNPROCESSABLE,
          "Too large",
          "It takes more than %d s. Ask for fewer days, or run havenline.jar simulate."
              .formatted(LONGEST.toSeconds()));
    } finally {
      one.release();
    }
  }

  private Response simulated(JsonObject body, RoutingTables draft) {
    var live = inForce.get();
    var other = body.containsKey("draft") ? Optional.of(draft) : Optional.<RoutingTables>empty();
    var csv = Optional.ofNullable(body.getString("arrivals"));
    var seed = body.getLong("seed");
    var reader =
        new ScenarioFile(
            "scenario",
            Stream.concat(Stream.of(live), other.stream()).toList(),
            LIMITS,
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            _ -> csv);
    return switch (reader.read(body.getString("scenario").getBytes(StandardCharsets.UTF_8))) {
      case ScenarioFile.Reading.Faulty(var findings) -> faulty(findings);
      case ScenarioFile.Reading.Sound(var scenario) -> played(scenario, live, other);
    };
  }

  private Response played(Scenario scenario, RoutingTables live, Optional<RoutingTables> draft) {
    var end = clock.instant().plus(LONGEST);
    var simulation = new Simulation(EXAMPLES, () -> clock.instant().isAfter(end));
    return json(JsonReport.of(simulation.run(scenario, live, draft)));
  }

  /// The draft of the request, or else the tables in force.
  private Reading draft(JsonObject body) {
    var given = body.getJsonObject("draft");
    if (given == null) {
      return new Reading.Sound(inForce.get());
    }
    var files = new TreeMap<String, String>();
    given.forEach(file -> files.put(name(file.getKey()), String.valueOf(file.getValue())));
    return RoutingTables.read(TableFiles.of(files), texts);
  }

  /// Findings repeat the name of a file.
  private static String name(String given) {
    return given.matches("[A-Za-z0-9._-]{1,80}") ? given : "draft";
  }

  private static Response faulty(List<Finding> findings) {
    return Findings.problem("Findings", "Something in the files is not as it must be.", findings);
  }

  private static Response json(String body) {
    return Response.of(200, "application/json", body);
  }
}
