package org.havenline.loadtests.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Tables in which every version says in each of its parts which one it is: in the id of the rule,
/// in the id of the queue, in how long an offer lasts. A decision made of parts of two shows.
final class NumberedTables {
  static final String FILE = "all.yaml";

  private NumberedTables() {}

  static String version(long n) {
    var text =
        new StringBuilder(
            """
            lines:
              - id: demo
                name: Line under load
                numbers:
                  - number: "+15005550006"
                    channels: [sms, whatsapp]
                languages: [en]
                country: US
                time-zone: America/New_York
                plan: all
            queues:
              - id: queue-%1$d
                name: Everyone
            plans:
              - id: all
                rules:
                  - id: rule-%1$d
                    queue: queue-%1$d
                    language: any
                    head-start: {immediate: 60m, high: 20m, elevated: 5m, standard: 0s}
                    offer-timeout: %2$ds
                    escalation: patient
            escalations:
              - id: patient
                steps:
                  - after: 10m
                    tell: waiting
                  - after: %3$dm
                    page: supervisor
            on-call:
              - id: supervisor
                numbers: ["+12025550199"]
            responders:
              - id: jonas
                name: Jonas Weber
                roles: [administrator]
            """
                .formatted(n, offerTimeout(n).toSeconds(), 20 + n));
    for (var name : Publish.TEAM) {
      text.append(
          """
            - id: %s
              name: Somebody
              roles: [responder]
              languages: {en: native}
              capacity: {sms: 20, whatsapp: 20}
          """
              .formatted(name));
    }
    return text.toString();
  }

  static Duration offerTimeout(long n) {
    return Duration.ofSeconds(20 + n);
  }

  static String rule(long n) {
    return "rule-" + n;
  }

  static String queue(long n) {
    return "queue-" + n;
  }

  /// Where a node finds the first version.
  static void write(Path folder) {
    try {
      Files.writeString(Files.createDirectories(folder).resolve(FILE), version(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
