package org.havenline.loadtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Random;
import org.havenline.loadtests.report.Report;
import org.junit.jupiter.api.Test;

/// The short form of `load-tests/run crash`: no figure of time is asserted here.
class CrashIT {
  private final long seed = System.nanoTime();
  private final Report report = new Report("crash", System.out, InstantSource.system());
  private final Crash crash = new Crash(report, new Random(seed));

  @Test
  void tenKillsUnderLoadLoseNothingAndShowNothingTwice() {
    report.say("seed " + seed);
    crash.run(10, false);
    report.print();
    assertThat(report.kept()).isTrue();
  }

  @Test
  void aServerThatAcknowledgesBeforeItHasStoredIsCaught() {
    report.say("seed " + seed);
    crash.run(1, true);
    report.print();
    assertThat(report.kept()).isFalse();
  }
}
