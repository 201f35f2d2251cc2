package org.havenline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.havenline.offer.OfferBook;
import org.havenline.redis.RedisUnavailable;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Proposal;
import org.havenline.routing.WaitingContact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks responders about waiting contacts, whenever something changed. Every node runs one; that
/// two choose the same is harmless, since each offer is made by a script that looks again.
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /// Looks again even when nothing is heard: an event may have been missed with the store away.
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  /// Who has just declined a contact is left alone with it for so long, even when nobody else is
  /// there.
  private static final Duration REST = Duration.ofSeconds(30);

  private static final int PAGE = 200;

  private final Board board;
  private final Tables.Source tables;
  private final OfferBook offers;
  private final Turnover turnover;
  private final InstantSource clock;
  private final Semaphore changed = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  public Dispatcher(
      Board board, Tables.Source tables, OfferBook offers, Turnover turnover, InstantSource clock) {
    this.board = board;
    this.tables = tables;
    this.offers = offers;
    this.turnover = turnover;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("dispatcher").start(this::run);
  }

  /// Says that a contact came, or a responder is free again.
  public void wake() {
    changed.release();
  }

  private void run() {
    while (!closed) {
      try {
        dispatch();
      } catch (RedisUnavailable e) {
        LOG.debug("store away");
      } catch (RuntimeException e) {
        LOG.error("dispatching met a fault", e);
      }
      rest();
    }
  }

  /// Goes through the queue page by page while somebody is free: the last in it may be the only one
  /// whom those who are free can answer.
  private void dispatch() {
    var inForce = tables.get();
    int passOver = 0;
    while (true) {
      var now = clock.instant();
      var free = free(inForce, now);
      if (free.isEmpty()) {
        return;
      }
      var page = board.waiting(passOver, PAGE);
      if (page.isEmpty()) {
        return;
      }
      passOver += page.size() - offer(page, free, inForce, now);
    }
  }

  private List<FreeResponder> free(Tables tables, Instant now) {
    return board.onDuty(now).stream()
        .flatMap(one -> free(one, tables).stream())
        .filter(one -> one.free().values().stream().anyMatch(left -> left > 0))
        .toList();
  }

  /// @return how many left the queue
  private int offer(
      List<Board.Waiting> page, List<FreeResponder> free, Tables tables, Instant now) {
    // who is still placed by other tables is turned over first, and offered a moment later
    long stamp = tables.ruling().stamp();
    if (page.stream().anyMatch(contact -> contact.ruled() < stamp)) {
      turnover.wake();
    }
    var waiting =
        page.stream()
            .filter(contact -> contact.ruled() == stamp)
            .map(contact -> waiting(contact, tables, now))
            .toList();
    int offered = 0;
    for (var proposal : Matching.proposeAll(waiting, free, now)) {
      offered += offer(proposal, page, tables) ? 1 : 0;
    }
    return offered;
  }

  private static WaitingContact waiting(Board.Waiting contact, Tables tables, Instant now) {
    boolean justAsked = contact.since().plus(REST).isAfter(now);
    return tables
        .plan()
        .waiting(contact.id(), contact.triage(), contact.arrived(), contact.step(), contact.asked())
        .leavingAlone(justAsked ? contact.asked() : Set.of());
  }

  /// Someone who is no longer in the table is asked nothing.
  private static Optional<FreeResponder> free(Board.OnDuty onDuty, Tables tables) {
    return Optional.ofNullable(tables.staff().get(onDuty.id()))
        .map(described -> FreeResponder.of(described, onDuty.busy(), onDuty.idleSince()));
  }

  private boolean offer(Proposal proposal, List<Board.Waiting> page, Tables tables) {
    var contact =
        page.stream().filter(one -> one.id().equals(proposal.contact())).findFirst().orElseThrow();
    var described = tables.staff().get(proposal.responder());
    return described != null
        && offers
            .offer(
                proposal.contact(),
                contact.epoch(),
                proposal.responder(),
                described.capacity().getOrDefault(contact.triage().channel(), 0),
                proposal.timeout(),
                proposal.reasons(),
                tables.ruling())
            .isPresent();
  }

  private void rest() {
    try {
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
