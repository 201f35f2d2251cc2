package org.havenline.loadtests.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Random;
import org.havenline.loadtests.report.Report;
import org.junit.jupiter.api.Test;

/// The short form of `load-tests/run publish`: no figure of time is asserted here.
class PublishIT {
  @Test
  void tablesThatChangeUnderLoadLoseNobodyAndMixNothing() {
    long seed = System.nanoTime();
    var report = new Report("publish", System.out, InstantSource.system());
    report.say("seed " + seed);
    new Publish(report, new Random(seed)).run(10);
    report.print();
    assertThat(report.kept()).isTrue();
  }
}
