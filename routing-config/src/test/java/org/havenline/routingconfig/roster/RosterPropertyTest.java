package org.havenline.routingconfig.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The roster says for every minute what the plain definition says, which knows no rules of zones
/// and walks through time minute by minute looking at the clock.
class RosterPropertyTest {
  private static final long SEED = 20_261_125L;

  /// More in a long run: `-Drosters=5000`.
  private static final int ROSTERS = Integer.getInteger("rosters", 150);

  private static final Duration WINDOW = Duration.ofDays(4);

  @Test
  void everyMinuteAgreesWithThePlainDefinition() {
    System.out.println("seed " + SEED);
    var random = new SplittableRandom(SEED);
    int worked = 0;
    for (int i = 0; i < ROSTERS; i++) {
      var drawn = RandomRoster.draw(random);
      var roster = drawn.roster();
      var since = drawn.around().minus(WINDOW.dividedBy(2));
      var before = since.plus(WINDOW);
      var changes = new LinkedHashSet<>(roster.changes(since, before));
      var spans = roster.onCallSpans("duty", since, before);
      var plain = new PlainRoster(drawn, since.minus(Duration.ofDays(2)));
      PlainRoster.Answer last = null;
      int span = 0;
      for (var now = plain.time(); now.isBefore(before); now = plain.tick()) {
        if (now.isBefore(since)) {
          continue;
        }
        var answer = plain.answer();
        assertThat(roster.onShift(now)).as("%s at %s", drawn, now).isEqualTo(answer.onShift());
        assertThat(roster.onCall("duty", now))
            .as("%s at %s", drawn, now)
            .isEqualTo(answer.onCall());
        while (!now.isBefore(spans.get(span).until())) {
          span++;
        }
        assertThat(spans.get(span).onCall()).isEqualTo(answer.onCall());
        if (last != null) {
          assertThat(changes.contains(now))
              .as("%s changes at %s", drawn, now)
              .isEqualTo(!last.equals(answer));
        }
        last = answer;
        worked += answer.onShift().size();
      }
    }
    assertThat(worked).as("the rosters are not empty").isGreaterThan(ROSTERS * 1000);
  }

  @Test
  void aWrongRuleForTheClockWouldBeSeen() {
    // java.time's own rule moves the skipped 02:30 to 03:30: the plain definition disagrees with it
    var zone = java.time.ZoneId.of("Europe/Paris");
    var skipped = LocalDateTime.parse("2026-03-29T02:30");
    var plain = new PlainRoster.Clock(zone, Instant.parse("2026-03-28T00:00:00Z"));
    while (plain.furthest().isBefore(skipped)) {
      plain.tick();
    }
    assertThat(plain.time()).isNotEqualTo(skipped.atZone(zone).toInstant());
    assertThat(plain.time()).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
  }
}
