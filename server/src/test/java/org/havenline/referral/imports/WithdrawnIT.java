package org.havenline.referral.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.havenline.referral.published.Asked;
import org.havenline.referral.published.Published;
import org.havenline.testing.HandClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was public and is not any more.
final class WithdrawnIT {
  private static final Asked ALL = Asked.of(Map.of("full", "true"));
  private static final String SHELTER =
      """
      [{"id": "house", "name": "Night shelter", "status": "active",
        "organization": {"id": "us", "name": "Some neighbours"},
        "havenline": {"vetting": "vetted"}}]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {"\"vetting\": \"vetted\", \"confidential\": true", "\"vetting\": \"barred\""})
  void isGoneFromTheNextAnswerOn(String change) {
    var clock = HandClock.atNoon();
    try (var rig = new Rig()) {
      rig.imported("services.json", SHELTER);
      var published = new Published(rig.directory, clock);
      assertThat(published.services(ALL).contents()).hasSize(1);
      assertThat(published.organizations(ALL).contents()).hasSize(1);
      assertThat(published.service("house")).isPresent();

      rig.imported("services.json", SHELTER.replace("\"vetting\": \"vetted\"", change));
      assertThat(published.services(ALL).contents()).isEmpty();
      assertThat(published.organizations(ALL).contents()).isEmpty();
      assertThat(published.service("house")).isEmpty();

      clock.move(Duration.ofMinutes(1));
      assertThat(published.services(ALL).total()).isZero();
    }
  }
}
