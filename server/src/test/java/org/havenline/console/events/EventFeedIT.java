package org.havenline.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.havenline.contact.ContactId;
import org.havenline.contact.journal.Event;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventFeedIT extends LineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private EventFeed feed;

  @BeforeEach
  void open() {
    feed = new EventFeed(line.events, line.contacts);
  }

  @AfterEach
  void close() {
    feed.close();
  }

  private void hearsAll() {
    line.events.after(0, 1_000).forEach(feed::hear);
  }

  @Test
  void desksNeedNotAskTheStoreAboutAContactThatWasReadForAll() throws InterruptedException {
    var contact = line.receive("SM1", "+380501234567", "допоможіть");
    hearsAll();
    var told = feed.after(0, PATIENCE);
    line.redis.call("FLUSHALL");
    var arrival = told.stream().filter(one -> isOf(one.event(), contact)).findFirst().orElseThrow();
    assertThat(arrival.contact().orElseThrow().id()).isEqualTo(contact);
  }

  private static boolean isOf(Event event, ContactId contact) {
    return event.contact().filter(contact::equals).isPresent();
  }

  @Test
  void whatHappensWhileDesksAreToldIsToldThemNextInOrderAndOnce() throws InterruptedException {
    for (int n = 0; n < 60; n++) {
      line.receive("SM" + n, "+3805012345%02d".formatted(n), "help");
    }
    long last = line.events.last();
    var hearing = Thread.ofVirtual().start(this::hearsAll);
    var heard = new ArrayList<Long>();
    while (heard.isEmpty() || heard.getLast() < last) {
      feed.after(heard.isEmpty() ? 0 : heard.getLast(), PATIENCE)
          .forEach(one -> heard.add(one.event().seq()));
    }
    hearing.join();
    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
  }

  @Test
  void whoAsksForWhatIsNotKeptHereReadsItInTheLog() throws InterruptedException {
    var contact = line.receive("SM1", "+380501234567", "help");
    // as for a console that comes back to a node which has just started
    var told = feed.after(0, Duration.ZERO);
    assertThat(told).anyMatch(one -> isOf(one.event(), contact));
    assertThat(told.getFirst().contact().orElseThrow().id()).isEqualTo(contact);
  }
}
