package org.havenline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.havenline.routingconfig.Channel;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardIT extends LineTest {
  private static final Comparator<Board.Waiting> EARLIER =
      Comparator.comparing(Board.Waiting::arrived);

  private Board board;

  @BeforeEach
  void threeWait() {
    board = new Board(line.redis, Line.KEYS);
    IntStream.range(0, 3)
        .forEach(n -> line.receive("SM" + n, "+38050123456" + n, "help me please"));
  }

  private List<String> read(Board.Page page) {
    return page.waiting().stream().map(one -> one.id().value()).toList();
  }

  @Test
  void whoWaitsInAChannelNobodyCanBeAskedInIsNotRead() {
    assertThat(board.waiting(Map.of(Channel.VOICE, 0), 10).isEmpty()).isTrue();
    assertThat(board.waiting(Map.of(), 10).isEmpty()).isTrue();
  }

  @Test
  void whoWaitsInOneInWhichSomebodyIsFreeIsReadInOrderPageByPage() {
    var page = board.waiting(Map.of(Channel.SMS, 0, Channel.VOICE, 0), 2);
    assertThat(page.looked()).isEqualTo(Map.of(Channel.SMS, 2, Channel.VOICE, 0));
    assertThat(page.waiting()).hasSize(2).isSortedAccordingTo(EARLIER);

    var next = board.waiting(Map.of(Channel.SMS, 2), 2);
    assertThat(next.waiting()).hasSize(1);
    assertThat(read(page)).doesNotContainAnyElementsOf(read(next));
  }

  @Test
  void channelsAreServedInOneOrder() {
    var call = board.waiting(Map.of(Channel.SMS, 1), 1).waiting().getFirst();
    var key = Line.KEYS.contact(call.id());
    line.redis.call("HSET", key, "channel", "VOICE");
    line.redis.call("DEL", Line.KEYS.of("waiting:SMS"));

    var page = board.waiting(Map.of(Channel.SMS, 0, Channel.VOICE, 0), 10);

    assertThat(page.looked()).isEqualTo(Map.of(Channel.SMS, 2, Channel.VOICE, 1));
    assertThat(page.waiting()).isSortedAccordingTo(EARLIER);
    assertThat(read(page).get(1)).isEqualTo(call.id().value());
  }

  /// As after a node of an older version, which knows of no queues by channel.
  @Test
  void whoWaitsWithoutAQueueOfHerChannelIsPutThere() {
    for (var channel : Channel.values()) {
      line.redis.call("DEL", Line.KEYS.of("waiting:" + channel));
    }
    assertThat(board.waiting(Map.of(Channel.SMS, 0), 10).waiting()).hasSize(3);
  }

  @Test
  void whoseTimeIsOverLeavesTheQueue() {
    var first = board.waiting(Map.of(Channel.SMS, 0), 1).waiting().getFirst().id();
    line.redis.call("DEL", Line.KEYS.contact(first));
    assertThat(board.waiting(Map.of(Channel.SMS, 0), 10).looked())
        .isEqualTo(Map.of(Channel.SMS, 2));
    assertThat(line.redis.call("ZCARD", Line.KEYS.of("waiting")).number()).isEqualTo(2);
  }

  @Test
  void everyChannelHasAQueueThatIsPutRight() throws Exception {
    try (var script = Board.class.getResourceAsStream("waiting.lua")) {
      var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      for (var channel : Channel.values()) {
        assertThat(text).contains("'" + channel + "'");
      }
    }
  }
}
