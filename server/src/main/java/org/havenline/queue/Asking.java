package org.havenline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.offer.OfferBook;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Proposal;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.asking.Welfare;

/// One walk through the queue: everybody who can be asked now is asked.
public final class Asking {
  /// Who has just declined a contact is left alone with it for so long, even when nobody else is
  /// there.
  private static final Duration REST = Duration.ofSeconds(30);

  private static final int PAGE = 200;

  private final Board board;
  private final Supplier<Tables> tables;
  private final OfferBook offers;
  private final InstantSource clock;

  public Asking(Board board, Supplier<Tables> tables, OfferBook offers, InstantSource clock) {
    this.board = board;
    this.tables = tables;
    this.offers = offers;
    this.clock = clock;
  }

  /// Goes through the queue page by page while somebody is free: the last in it may be the only one
  /// whom those who are free can answer.
  public void askAll() {
    // one version of the tables from the first look to the last offer
    var inForce = tables.get();
    int passOver = 0;
    while (true) {
      var now = clock.instant();
      var onDuty = onDuty(inForce, now);
      if (onDuty.stream().noneMatch(FreeResponder::anyLeft)) {
        return;
      }
      var page = board.waiting(passOver, PAGE);
      if (page.isEmpty()) {
        return;
      }
      passOver += page.size() - ask(page, onDuty, inForce, now);
    }
  }

  /// Someone who is no longer in the table is asked nothing.
  private List<FreeResponder> onDuty(Tables tables, Instant now) {
    var welfare = tables.plan().care().welfare();
    return board.onDuty(now, welfare.limits()).stream()
        .flatMap(one ->
            Optional.ofNullable(tables.staff().get(one.id())).stream()
                .map(described ->
                    FreeResponder.of(
                        described, one.busy(), one.idleSince(), one.strain(), welfare, now)))
        .toList();
  }

  /// @return how many left the queue
  private int ask(
      List<Board.Waiting> page, List<FreeResponder> onDuty, Tables tables, Instant now) {
    var seen = page.stream().collect(Collectors.toMap(Board.Waiting::id, Function.identity()));
    var waiting = page.stream().map(contact -> waiting(contact, tables, now)).toList();
    var spared =
        waiting.stream()
            .filter(contact -> contact.decision().sparesAt(contact.step()))
            .map(WaitingContact::id)
            .collect(Collectors.toSet());
    int offered = 0;
    for (var proposal : Matching.proposeAll(waiting, onDuty, now)) {
      var contact = java.util.Objects.requireNonNull(seen.get(proposal.contact()));
      offered += ask(proposal, contact, spared, tables) ? 1 : 0;
    }
    return offered;
  }

  private static WaitingContact waiting(Board.Waiting contact, Tables tables, Instant now) {
    boolean justAsked = contact.since().plus(REST).isAfter(now);
    return new WaitingContact(
        contact.id(),
        contact.triage(),
        contact.arrived(),
        tables.plan().decide(contact.triage(), contact.arrived()),
        contact.step(),
        contact.asked(),
        justAsked ? contact.asked() : Set.of(),
        contact.known());
  }

  /// @param spared contacts for which those whose break is due are not disturbed
  private boolean ask(
      Proposal proposal, Board.Waiting contact, Set<ContactId> spared, Tables tables) {
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
                spared.contains(contact.id()) ? tables.plan().care().welfare() : Welfare.NO_LIMIT)
            .isPresent();
  }
}
