package org.havenline.routingconfig.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;

/// A roster as a test writes it, beside the least that tables need.
final class Written {
  private static final String BASE =
      """
      lines: [{id: north, name: North, numbers: [], languages: [en], country: US,
        time-zone: America/New_York, plan: all}]
      queues: [{id: all, name: All}]
      plans:
        - id: all
          rules: [{id: all, queue: all, language: any, offer-timeout: 30s, escalation: all,
            head-start: {immediate: 1h, high: 0s, elevated: 0s, standard: 0s}}]
      escalations: [{id: all, steps: [{after: 1m, tell: waiting}, {after: 2m, page: duty}]}]
      responders:
        - {id: ana, name: Ana, roles: [responder], languages: {en: native}, capacity: {sms: 1},
           phone: "+12025550101"}
        - {id: ben, name: Ben, roles: [responder], languages: {en: native}, capacity: {sms: 1},
           phone: "+12025550102"}
        - {id: cleo, name: Cleo, roles: [responder], languages: {en: native}, capacity: {sms: 1},
           phone: "+12025550103"}
        - {id: dora, name: Dora, roles: [responder], languages: {en: native}, capacity: {sms: 1}}
        - {id: jonas, name: Jonas, roles: [administrator]}
      """;

  private static final String ON_CALL =
      """
      on-call: [{id: duty, numbers: ["+12025550199"]}]
      """;

  private Written() {}

  static Roster roster(String yaml) {
    return switch (read(yaml)) {
      case Reading.Sound(var tables) -> tables.roster();
      case Reading.Faulty(var findings) -> throw new AssertionError(findings);
    };
  }

  static List<Finding> findings(String yaml) {
    return switch (read(yaml)) {
      case Reading.Sound _ -> List.of();
      case Reading.Faulty(var findings) -> findings;
    };
  }

  /// The test's own part is the file `roster.yaml`.
  private static Reading read(String yaml) {
    try {
      var folder = Files.createTempDirectory("roster");
      try {
        write(folder.resolve("base.yaml"), BASE + (yaml.contains("on-call:") ? "" : ON_CALL));
        write(folder.resolve("roster.yaml"), yaml);
        return RoutingTables.read(folder, Set.of("waiting"));
      } finally {
        Files.deleteIfExists(folder.resolve("base.yaml"));
        Files.deleteIfExists(folder.resolve("roster.yaml"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
