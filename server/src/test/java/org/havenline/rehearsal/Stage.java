package org.havenline.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.havenline.rehearsal.scenario.Scenario;
import org.havenline.rehearsal.scenario.ScenarioFile;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;

/// Tables and scenarios for tests of rehearsals.
public final class Stage {
  private Stage() {}

  public static RoutingTables shipped() {
    return sound(RoutingTables.shipped(Set.of("waiting")));
  }

  /// A line `queue` of equal responders with one text each: the queue of the textbooks.
  public static RoutingTables alike(int responders) {
    var yaml =
        new StringBuilder(
            """
            lines:
              - {id: queue, name: Queue, numbers: [], languages: [en], country: US, time-zone: UTC, plan: all}
            queues: [{id: all, name: All}]
            plans:
              - id: all
                rules:
                  - id: everyone
                    queue: all
                    language: any
                    head-start: {immediate: 0s, high: 0s, elevated: 0s, standard: 0s}
                    offer-timeout: 10s
                    escalation: late
            escalations:
              - {id: late, steps: [{after: 150h, tell: waiting}, {after: 160h, page: boss}]}
            on-call: [{id: boss, numbers: ["+12025550199"]}]
            responders:
            """);
    for (int i = 0; i < responders; i++) {
      yaml.append(
          "  - {id: r%d, name: R, roles: [responder], languages: {en: native}, capacity: {sms: 1}}\n"
              .formatted(i));
    }
    var files = new TreeMap<String, String>();
    files.put("all.yaml", yaml.toString());
    return sound(RoutingTables.read(TableFiles.of(files), Set.of("waiting")));
  }

  public static RoutingTables sound(Reading reading) {
    return switch (reading) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw new AssertionError(findings);
    };
  }

  public static ScenarioFile.Reading read(String yaml, RoutingTables tables, String csv) {
    return new ScenarioFile(
            "a.yaml",
            List.of(tables),
            ScenarioFile.Limits.COMMAND,
            OptionalLong.empty(),
            name -> name.equals("arrivals.csv") ? Optional.of(csv) : Optional.empty())
        .read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  public static Scenario scenario(String yaml, RoutingTables tables) {
    return scenario(yaml, tables, "");
  }

  public static Scenario scenario(String yaml, RoutingTables tables, String csv) {
    return switch (read(yaml, tables, csv)) {
      case ScenarioFile.Reading.Sound(var scenario) -> scenario;
      case ScenarioFile.Reading.Faulty(var findings) -> throw new AssertionError(findings);
    };
  }
}
