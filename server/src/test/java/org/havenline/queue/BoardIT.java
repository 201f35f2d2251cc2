package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.havenline.routingconfig.Channel;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardIT extends LineTest {
  private static final List<Board.Waiting> NOBODY = List.of();
  private static final Comparator<Board.Waiting> EARLIER =
      Comparator.comparing(Board.Waiting::arrived);

  private Board board;

  @BeforeEach
  void threeWait() {
    board = new Board(line.redis, Line.KEYS);
    IntStream.range(0, 3)
        .forEach(n -> line.receive("SM" + n, "+38050123456" + n, "help me please"));
  }

  @Test
  void whoWaitsInAChannelNobodyCanBeAskedInIsCountedAndNotRead() {
    assertThat(board.waiting(0, 10, Set.of(Channel.VOICE))).isEqualTo(new Board.Page(3, NOBODY));
    assertThat(board.waiting(1, 10, Set.of()).looked()).isEqualTo(2);
  }

  @Test
  void whoWaitsInOneInWhichSomebodyIsFreeIsReadInOrder() {
    var page = board.waiting(0, 2, Set.of(Channel.SMS, Channel.VOICE));
    assertThat(page.looked()).isEqualTo(2);
    assertThat(page.waiting()).hasSize(2).isSortedAccordingTo(EARLIER);
  }

  @Test
  void whoseTimeIsOverLeavesTheQueue() {
    var first = board.waiting(0, 1, Set.of(Channel.SMS)).waiting().getFirst().id();
    line.redis.call("DEL", Line.KEYS.contact(first));
    assertThat(board.waiting(0, 10, Set.of(Channel.VOICE)).looked()).isEqualTo(2);
    assertThat(line.redis.call("ZCARD", Line.KEYS.of("waiting")).number()).isEqualTo(2);
  }
}
