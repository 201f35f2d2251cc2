package org.havenline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.Test;

/// From where a sweep starts, over restarts and failures.
class SweepsIT extends LineTest {
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /// One sweep of a node that starts now and stops again.
  ///
  /// @param whole whether all could be read
  private Instant sweptFrom(String list, boolean whole) {
    line.redis.call("DEL", "sweep:turn:" + list);
    var asked = new LinkedBlockingQueue<Instant>();
    try (var _ =
        new Sweeps(
            list,
            since -> {
              asked.add(since);
              if (!whole) {
                throw new Sweeps.Incomplete(0, 1);
              }
              return 1;
            },
            line.redis,
            clock)) {
      return asked.poll(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anOutageIsCoveredWholeHoweverLongItWas() {
    var last = clock.instant();
    assertThat(sweptFrom("calls", true)).isEqualTo(last.minus(Duration.ofDays(1)));
    clock.move(Duration.ofDays(3));
    assertThat(sweptFrom("calls", true)).isEqualTo(last.minus(OVERLAP));
  }

  @Test
  void whatWasNotWholeIsDoneAgainFromTheSamePlace() {
    var last = clock.instant();
    sweptFrom("calls", true);
    for (int i = 0; i < 3; i++) {
      clock.move(Duration.ofMinutes(1));
      assertThat(sweptFrom("calls", false)).isEqualTo(last.minus(OVERLAP));
    }
    assertThat(sweptFrom("calls", true)).isEqualTo(last.minus(OVERLAP));
    var now = clock.instant();
    assertThat(sweptFrom("calls", true)).isEqualTo(now.minus(OVERLAP));
  }

  @Test
  void aListThatCannotBeReadHoldsUpNoOther() {
    var last = clock.instant();
    sweptFrom("calls", true);
    sweptFrom("messages", true);
    clock.move(Duration.ofHours(1));
    sweptFrom("calls", false);
    sweptFrom("messages", true);
    assertThat(sweptFrom("messages", true)).isEqualTo(clock.instant().minus(OVERLAP));
    assertThat(sweptFrom("calls", true)).isEqualTo(last.minus(OVERLAP));
  }
}
