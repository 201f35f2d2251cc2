package org.havenline.places;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for services to be reminded, every few seconds, on a thread of its own.
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  public Rounds(Reminders reminders) {
    this.thread = Thread.ofVirtual().name("reminders").start(() -> run(reminders));
  }

  private void run(Reminders reminders) {
    try {
      while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        look(reminders);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void look(Reminders reminders) {
    try {
      reminders.look();
    } catch (RuntimeException e) {
      // the next round is soon
      LOG.warn("services could not be reminded", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
