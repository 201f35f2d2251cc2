package org.havenline.routingconfig.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a responder is rung: a number, or the console.
class PhoneTest {
  @TempDir private Path folder;

  private Reading lucia(String phone, String more) throws IOException {
    try (var files = Files.newDirectoryStream(Path.of("tables"), "*.yaml")) {
      for (var file : files) {
        var text = Files.readString(file).replace("\"+12025550101\"", phone);
        Files.writeString(folder.resolve(file.getFileName()), text);
      }
    }
    Files.writeString(folder.resolve("more.yaml"), more);
    return RoutingTables.read(folder, Set.of("waiting"));
  }

  private static Responder lucia(Reading reading) {
    return ((Reading.Sound) reading).tables().responder("lucia").orElseThrow();
  }

  @Test
  void whoAnswersInTheBrowserHasAPhoneAndNoNumber() throws IOException {
    var lucia = lucia(lucia("browser", "{}"));
    assertThat(lucia.phone()).contains(new Phone.Browser());
    assertThat(lucia.answersInTheBrowser()).isTrue();
    assertThat(lucia.number()).isEmpty();
  }

  @Test
  void aNumberIsReadAsBeforeAndNotPrinted() throws IOException {
    var lucia = lucia(lucia("\"+12025550101\"", "{}"));
    assertThat(lucia.number()).contains("+12025550101");
    assertThat(lucia.answersInTheBrowser()).isFalse();
    assertThat(lucia.phone().orElseThrow()).asString().doesNotContain("1202");
  }

  @Test
  void aBrowserCannotBePaged() throws IOException {
    var onCall =
        """
        on-call:
          - id: night
            rotation:
              hand-over: weekly
              at: 09:00
              time-zone: Europe/Paris
              from: 2026-01-05
              people: [lucia]
        """;
    var findings = ((Reading.Faulty) lucia("browser", onCall)).findings();
    assertThat(findings)
        .anySatisfy(one -> assertThat(one.fault()).contains("'lucia' is on call", "a number"));
    assertThat(lucia("\"+12025550101\"", onCall)).isInstanceOf(Reading.Sound.class);
  }
}
