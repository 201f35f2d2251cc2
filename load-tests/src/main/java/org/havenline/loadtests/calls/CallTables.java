package org.havenline.loadtests.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Tables of a line that is written to and called: desks for texts, telephones for calls.
final class CallTables {
  /// As many numbers are kept for examples.
  static final int MOST_TELEPHONES = 100;

  static final int CONVERSATIONS_EACH = 4;

  private static final String LINE =
      """
      lines:
        - id: demo
          name: Line under load
          numbers:
            - number: "+15005550006"
              channels: [sms, voice]
          languages: [en, es, fr, ar, uk, ru]
          country: US
          time-zone: America/New_York
          plan: all
      queues:
        - id: everyone
          name: Everyone
      plans:
        - id: all
          rules:
            - id: all
              queue: everyone
              language: any
              head-start: {immediate: 60m, high: 20m, elevated: 5m, standard: 0s}
              offer-timeout: 30s
              escalation: patient
      escalations:
        - id: patient
          steps:
            - after: 50m
              tell: waiting
            - after: 60m
              page: supervisor
      on-call:
        - id: supervisor
          numbers: ["+12025550199"]
      responders:
        - id: jonas
          name: Jonas Weber
          roles: [administrator]
      """;

  private CallTables() {}

  static void write(Path folder, int desks, int telephones) {
    var text = new StringBuilder(LINE);
    IntStream.range(0, desks)
        .forEach(n ->
            text.append(responder("desk-" + n, "capacity: {sms: " + CONVERSATIONS_EACH + "}")));
    IntStream.range(0, telephones)
        .forEach(n ->
            text.append(
                responder(
                    "phone-" + n, "phone: \"%s\"\n    capacity: {voice: 1}".formatted(number(n)))));
    try {
      Files.writeString(Files.createDirectories(folder).resolve("all.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String number(int n) {
    return "+120255501%02d".formatted(n);
  }

  /// Of the telephones.
  static List<String> numbers(int telephones) {
    return IntStream.range(0, telephones).mapToObj(CallTables::number).toList();
  }

  private static String responder(String id, String more) {
    return """
      - id: %s
        name: Somebody
        roles: [responder]
        languages: {en: native}
        %s
    """
        .formatted(id, more);
  }
}
