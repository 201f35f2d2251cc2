package org.havenline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.version.TableFiles;

/// Tables and contacts as large as the promises say.
final class Large {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Path TABLES = Path.of("../routing-config/tables");
  private static final List<String> LANGUAGES =
      List.of("en", "es", "fr", "ar", "uk", "ru", "pt-BR", "vi", "tl", "prs", "hi", "am");

  private Large() {}

  /// The shipped line; a plan of so many rules of which only the last takes the contacts made here;
  /// so many responders of all languages.
  static RoutingTables tables(int rules, int responders) {
    var files = new TreeMap<String, String>();
    files.put("lines.yaml", file("lines.yaml"));
    var plans = file("plans.yaml");
    var more = new StringBuilder();
    for (int i = 1; i < rules - 4; i++) {
      more.append(
          """
                - id: rule-%d
                  when: '%s && country == "%c%c"'
                  queue: everyday
                  language: contact
                  head-start: {immediate: 60m, high: 20m, elevated: 5m, standard: 0s}
                  offer-timeout: 30s
                  escalation: patient
          """
              .formatted(
                  i,
                  List.of(
                          "risk <= HIGH",
                          "channel in [SMS, WHATSAPP]",
                          "confidence > 0.2",
                          "!minor")
                      .get(i % 4),
                  'A' + i % 26,
                  'A' + i / 26));
    }
    files.put("plans.yaml", plans.replace("      - id: danger ", more + "      - id: danger "));
    files.put("hours.yaml", file("hours.yaml"));
    files.put("languages.yaml", file("languages.yaml"));
    files.put("responders.yaml", staff(responders));
    return switch (RoutingTables.read(TableFiles.of(files), Set.of("waiting"))) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw new IllegalStateException(findings.toString());
    };
  }

  private static String staff(int responders) {
    var yaml =
        new StringBuilder("on-call: [{id: supervisor-on-call, numbers: [\"+12025550199\"]}]\n");
    yaml.append("responders:\n");
    for (int i = 0; i < responders; i++) {
      yaml.append(
          "  - {id: r%d, name: R, roles: [responder], languages: {%s: native, en: working}, skills: [%s], capacity: {sms: 2, whatsapp: 2, webchat: 2, voice: 1}, gender: %s}\n"
              .formatted(
                  i,
                  LANGUAGES.get(1 + i % 11),
                  i % 3 == 0 ? "crisis, minors" : "crisis",
                  i % 4 == 0 ? "man" : "woman"));
    }
    return yaml.toString();
  }

  private static String file(String name) {
    try {
      return Files.readString(TABLES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("run it in the folder server", e);
    }
  }

  static List<FreeResponder> free(RoutingTables tables) {
    return tables.responders().stream()
        .map(one -> FreeResponder.of(one, Map.of(), NOW.minusSeconds(one.id().hashCode() % 600)))
        .toList();
  }

  static Triage contact(SplittableRandom random) {
    return Arrival.triage(
        random.nextBoolean() ? Channel.SMS : Channel.WHATSAPP,
        LANGUAGES.get(random.nextInt(LANGUAGES.size())),
        0.9,
        RiskLevel.values()[Math.min(3, 1 + random.nextInt(8))],
        "ZZ",
        false,
        random.nextInt(10) == 0 ? Set.of(Gender.WOMAN) : Set.of());
  }
}
