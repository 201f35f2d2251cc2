package org.havenline.loadtests.chats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// Tables of a line where many desks each have several chats.
final class ManyDesks {
  private static final int CHATS_EACH = 4;

  private static final String LINE =
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
        - id: everyone
          name: Everyone
      plans:
        - id: all
          rules:
            - id: all
              queue: everyone
              language: any
              head-start: {immediate: 60m, high: 20m, elevated: 5m, standard: 0s}
              offer-timeout: 60s
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

  private ManyDesks() {}

  /// Writes tables by which all these chats, and no more, have somebody at a desk.
  static void write(Path folder, int chats) {
    var text = new StringBuilder(LINE);
    IntStream.range(0, (chats + CHATS_EACH - 1) / CHATS_EACH)
        .forEach(desk ->
            text.append(
                """
                  - id: desk-%d
                    name: Somebody
                    roles: [responder]
                    languages: {en: native}
                    capacity: {webchat: %d}
                """
                    .formatted(desk, Math.min(CHATS_EACH, chats - desk * CHATS_EACH))));
    try {
      Files.writeString(Files.createDirectories(folder).resolve("all.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
