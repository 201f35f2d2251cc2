package org.havenline.loadtests.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Set<String> SENT = Set.of("a", "b", "c");

  @Test
  void whatWasAcknowledgedAndIsThereOnceIsKept() {
    var held = new Held(Map.of("a", List.of("order"), "b", List.of("inbox")), Map.of("a", 1));
    assertThat(Verdict.of(SENT, Set.of("a", "b"), held).kept()).isTrue();
  }

  @Test
  void whatWasNeverAcknowledgedMayBeThereOrNot() {
    var held = new Held(Map.of("c", List.of("order")), Map.of());
    assertThat(Verdict.of(SENT, Set.of(), held).kept()).isTrue();
  }

  @Test
  void whatWasAcknowledgedAndIsNowhereIsLost() {
    var held = new Held(Map.of("a", List.of("order")), Map.of());
    assertThat(Verdict.of(SENT, Set.of("a", "b"), held).lost()).containsExactly("b");
  }

  @Test
  void whatIsThereInTwoPlacesIsTwice() {
    var held = new Held(Map.of("a", List.of("order", "inbox")), Map.of());
    assertThat(Verdict.of(SENT, Set.of("a"), held).twice()).containsExactly("a");
  }

  @Test
  void whatIsThereOnceAndAnnouncedTwiceIsTwice() {
    var held = new Held(Map.of("a", List.of("order")), Map.of("a", 2));
    assertThat(Verdict.of(SENT, Set.of("a"), held).twice()).containsExactly("a");
  }

  @Test
  void whatNobodySentIsUnexpected() {
    var held = new Held(Map.of("x", List.of("order")), Map.of());
    assertThat(Verdict.of(SENT, Set.of(), held).unexpected()).containsExactly("x");
  }
}
