package org.havenline.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;

/// Tables with a roster as a test writes it.
final class WrittenTables {
  private static final String BASE =
      """
      lines: [{id: north, name: Northern line, numbers: [], languages: [en], country: US,
        time-zone: America/New_York, plan: all}]
      queues: [{id: all, name: All}]
      plans:
        - id: all
          rules: [{id: all, queue: all, language: any, offer-timeout: 30s, escalation: all,
            head-start: {immediate: 1h, high: 0s, elevated: 0s, standard: 0s}}]
      escalations: [{id: all, steps: [{after: 1m, tell: waiting}, {after: 2m, page: duty}]}]
      responders:
        - {id: ana, name: Ana Soler, roles: [responder], languages: {en: native},
           capacity: {sms: 1}, phone: "+12025550101"}
        - {id: ben, name: "Ben; O'Neil, Jr.", roles: [responder], languages: {en: native},
           capacity: {sms: 1}, phone: "+12025550102"}
        - {id: cleo, name: Клеопатра Ἀλεξάνδρεια Θεοδώρα, roles: [responder], languages: {en: native},
           capacity: {sms: 1}}
      """;

  /// Nobody is on shift from 5 to 7, and on call only from 9 on 6 March 2026.
  static final String ROSTER =
      """
      shifts:
        - {id: day, name: Day, hours: 07:00-15:00, time-zone: America/New_York, who: [ana, cleo]}
        - {id: late, name: Evening, hours: 15:00-23:00, time-zone: America/New_York, who: [ben]}
        - {id: night, name: "Night \\\\ long", hours: 23:00-05:00, time-zone: America/New_York,
           who: [cleo]}
      absences: [{who: ben, from: 2026-03-07, until: 2026-03-07}]
      on-call:
        - id: duty
          rotation: {hand-over: weekly, at: 09:00, time-zone: America/New_York, from: 2026-03-06,
            people: [ana, ben, "+12025550177"]}
      """;

  private WrittenTables() {}

  static RoutingTables with(String roster) {
    try {
      var folder = Files.createTempDirectory("roster");
      var file = folder.resolve("all.yaml");
      try {
        Files.writeString(file, BASE + roster);
        return switch (RoutingTables.read(folder, Set.of("waiting"))) {
          case Reading.Sound(var tables) -> tables;
          case Reading.Faulty(var findings) -> throw new AssertionError(findings);
        };
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
