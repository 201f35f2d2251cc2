package org.havenline.contact.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.havenline.contact.LineId;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EarsTest {
  private static final LineId LINE = new LineId("demo");
  private static final List<Long> ALL = LongStream.rangeClosed(1, 100).boxed().toList();

  private final Ears ears = new Ears();
  private final ConcurrentLinkedQueue<Long> heard = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    ears.close();
  }

  private void happens() {
    ALL.forEach(seq ->
        ears.hearing(LINE).accept(new Event(seq, Instant.EPOCH, "contact.waiting", Map.of())));
  }

  private void hears(Consumer<Event> ear) {
    ears.add(LINE, ear);
  }

  @Test
  void oneThatIsHeldUpHoldsUpNoOther() {
    var store = new CountDownLatch(1);
    var late = new ConcurrentLinkedQueue<Long>();
    hears(event -> {
      awaits(store);
      late.add(event.seq());
    });
    hears(event -> heard.add(event.seq()));
    happens();
    Soon.holds(() -> assertThat(heard).containsExactlyElementsOf(ALL));
    assertThat(late).isEmpty();
    store.countDown();
    Soon.holds(() -> assertThat(late).containsExactlyElementsOf(ALL));
  }

  @Test
  void oneThatFailsHearsWhatComesNext() {
    hears(event -> {
      if (event.seq() % 2 == 1) {
        throw new IllegalStateException("the store is away");
      }
      heard.add(event.seq());
    });
    happens();
    Soon.holds(() -> assertThat(heard).hasSize(ALL.size() / 2));
  }

  @Test
  void whatHappensOnAnotherLineIsNotHeard() {
    ears.add(new LineId("other"), event -> heard.add(-event.seq()));
    hears(event -> heard.add(event.seq()));
    happens();
    Soon.holds(() -> assertThat(heard).containsExactlyElementsOf(ALL));
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
