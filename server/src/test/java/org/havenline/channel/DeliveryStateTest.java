package org.havenline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

class DeliveryStateTest {

  /// The states in which all orders of some reports end.
  private static Set<DeliveryState> ends(
      List<DeliveryState> reports, DeliveryState reached, BinaryOperator<DeliveryState> join) {
    if (reports.isEmpty()) {
      return EnumSet.of(reached);
    }
    var ends = EnumSet.noneOf(DeliveryState.class);
    for (int i = 0; i < reports.size(); i++) {
      var rest = new ArrayList<>(reports);
      ends.addAll(ends(rest, join.apply(reached, rest.remove(i)), join));
    }
    return ends;
  }

  @Test
  void everyOrderOfReportsEndsInTheSameState() {
    var all = List.of(DeliveryState.values());

    assertThat(ends(all, DeliveryState.QUEUED, DeliveryState::join)).hasSize(1);
  }

  @Test
  void everyPairOfReportsEndsInTheSameState() {
    for (var a : DeliveryState.values()) {
      for (var b : DeliveryState.values()) {
        assertThat(ends(List.of(a, b), DeliveryState.QUEUED, DeliveryState::join)).hasSize(1);
      }
    }
  }

  @Test
  void theCheckNoticesReportsThatOverwriteEachOther() {
    var all = List.of(DeliveryState.values());

    assertThat(ends(all.subList(0, 4), DeliveryState.QUEUED, (_, later) -> later)).hasSize(4);
  }

  @Test
  void joiningIsAssociativeAndNeverGoesBackwards() {
    for (var a : DeliveryState.values()) {
      for (var b : DeliveryState.values()) {
        assertThat(a.join(b).rank()).isGreaterThanOrEqualTo(a.rank());
        for (var c : DeliveryState.values()) {
          assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
        }
      }
    }
  }

  @Test
  void whatTheProviderSaysOutweighsWhatWeGuessed() {
    assertThat(DeliveryState.UNKNOWN.join(DeliveryState.SENT)).isEqualTo(DeliveryState.SENT);
    assertThat(DeliveryState.DELIVERED.join(DeliveryState.FAILED))
        .isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void ranksAreAllDifferent() {
    assertThat(Arrays.stream(DeliveryState.values()).map(DeliveryState::rank))
        .doesNotHaveDuplicates();
  }
}
