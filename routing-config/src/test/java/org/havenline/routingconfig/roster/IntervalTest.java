package org.havenline.routingconfig.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void timesThatTouchOrOverlapAreOne() {
    assertThat(Interval.union(Stream.of(of(5, 7), of(0, 2), of(2, 4), of(6, 9), of(6, 7))))
        .containsExactly(of(0, 4), of(5, 9));
  }

  @Test
  void whatOthersLeaveIsFree() {
    assertThat(of(2, 20).without(Stream.of(of(0, 3), of(5, 8), of(8, 9), of(18, 30))))
        .containsExactly(of(3, 5), of(9, 18));
  }

  @Test
  void nothingIsLeftOfWhatIsCovered() {
    assertThat(of(2, 20).without(Stream.of(of(0, 30)))).isEmpty();
  }

  @Test
  void allIsLeftWhereOthersAreElsewhere() {
    assertThat(of(2, 20).without(Stream.of(of(0, 2), of(20, 22)))).containsExactly(of(2, 20));
  }

  private static Interval of(long from, long until) {
    return new Interval(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
  }
}
