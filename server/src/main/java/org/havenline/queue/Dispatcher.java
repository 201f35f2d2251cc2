package org.havenline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.offer.OfferBook;
import org.havenline.redis.RedisUnavailable;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.WaitingContact;
import org.havenline.routing.choice.Narrowing;
import org.havenline.routing.interpreter.Interpreter;
import org.havenline.routing.interpreter.Interpreters;
import org.havenline.routing.interpreter.Offering;
import org.havenline.routingconfig.staff.Responder;
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

  /// Communities to keep from a person.
  private static final Set<String> NOBODY = Set.of();

  private final Board board;
  private final OnHand onHand;
  private final Supplier<Tables> tables;
  private final OfferBook offers;
  private final InstantSource clock;
  private final Semaphore changed = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  public Dispatcher(
      Board board, OnHand onHand, Supplier<Tables> tables, OfferBook offers, InstantSource clock) {
    this.board = board;
    this.onHand = onHand;
    this.tables = tables;
    this.offers = offers;
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
      var interpreting = onHand.interpreting();
      var onDuty = onHand.all(inForce, now);
      var free = OnHand.free(onDuty, interpreting);
      if (free.isEmpty()) {
        return;
      }
      var page = board.waiting(passOver, PAGE);
      if (page.isEmpty()) {
        return;
      }
      var interpreters = onHand.interpreters(inForce.whole(), free, interpreting, now);
      passOver +=
          page.size()
              - offer(page, free, interpreters, inForce.narrowing(onDuty, now), inForce, now);
    }
  }

  /// @return how many left the queue
  private int offer(
      List<Board.Waiting> page,
      List<FreeResponder> free,
      Interpreters interpreters,
      Narrowing narrowing,
      Tables tables,
      Instant now) {
    var seen = page.stream().collect(Collectors.toMap(Board.Waiting::id, contact -> contact));
    var waiting = page.stream().map(contact -> waiting(contact, tables, now)).toList();
    var widened =
        waiting.stream()
            .map(contact -> narrowing.of(interpreters.widened(contact, NOBODY)))
            .toList();
    var asIs = waiting.stream().collect(Collectors.toMap(WaitingContact::id, one -> one));
    var interpreting = new HashSet<String>();
    var left = interpreters;
    int offered = 0;
    for (var proposal : Matching.proposeAll(widened, free, now)) {
      var described = tables.staff().get(proposal.responder());
      if (described == null || interpreting.contains(described.id())) {
        continue;
      }
      var offering =
          left.accompany(
              proposal, required(asIs, proposal.contact()), described.languages(), NOBODY);
      if (offering.isPresent()
          && offer(offering.get(), required(seen, proposal.contact()), described)) {
        offered++;
        left = left.without(described.id());
        var interpreter = offering.get().interpreter().map(Interpreter::id);
        interpreter.ifPresent(interpreting::add);
        left = interpreter.map(left::without).orElse(left);
      }
    }
    return offered;
  }

  private static <V> V required(Map<ContactId, V> all, ContactId id) {
    return Objects.requireNonNull(all.get(id));
  }

  private static WaitingContact waiting(Board.Waiting contact, Tables tables, Instant now) {
    boolean justAsked = contact.since().plus(REST).isAfter(now);
    return tables
        .plan()
        .waiting(contact.id(), contact.triage(), contact.arrived(), contact.step(), contact.asked())
        .leavingAlone(justAsked ? contact.asked() : Set.of());
  }

  private boolean offer(Offering offering, Board.Waiting contact, Responder described) {
    var proposal = offering.proposal();
    return offers
        .offer(
            proposal.contact(),
            contact.epoch(),
            proposal.responder(),
            described.capacity().getOrDefault(contact.triage().channel(), 0),
            proposal.timeout(),
            proposal.reasons(),
            offering.interpreter().map(Interpreter::id))
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
