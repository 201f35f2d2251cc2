package org.havenline.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.havenline.contact.journal.Event;
import org.havenline.offer.OfferBook;
import org.havenline.redis.RedisUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks responders about waiting contacts, whenever something changed. Every node runs one; that
/// two choose the same is harmless, since each offer is made by a script that looks again.
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /// Looks again even when nothing is heard: an event may have been missed with the store away.
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  /// Between two walks: what changed meanwhile is seen in one.
  private static final Duration BREATH = Duration.ofMillis(20);

  private final Asking asking;
  private final Semaphore changed = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  public Dispatcher(
      Board board,
      OnHand onHand,
      Tables.Source tables,
      OfferBook offers,
      Turnover turnover,
      InstantSource clock) {
    this.asking = new Asking(board, onHand, tables, offers, turnover::wake, clock);
    this.thread = Thread.ofVirtual().name("dispatcher").start(this::run);
  }

  /// Says that a contact came, or a responder is free again.
  public void wake() {
    changed.release();
  }

  /// Wakes it when somebody may be offered now who could not before.
  public void hear(Event event) {
    boolean matters =
        switch (event.type()) {
          case "contact.waiting",
              "contact.returned",
              "contact.offer-ended",
              "contact.closed",
              "contact.wishes",
              "contact.understood",
              "contact.escalated",
              "responder.presence" ->
              true;
          // others who were asked about it are free again
          case "contact.connected" ->
              event.field("instead-of").filter(others -> !others.isEmpty()).isPresent();
          default -> false;
        };
    if (matters) {
      wake();
    }
  }

  private void run() {
    while (!closed) {
      try {
        asking.askAll();
      } catch (RedisUnavailable e) {
        LOG.debug("store away");
      } catch (RuntimeException e) {
        LOG.error("dispatching met a fault", e);
      }
      rest();
    }
  }

  private void rest() {
    try {
      Thread.sleep(BREATH);
      if (changed.tryAcquire(LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS)) {
        changed.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    changed.release();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
