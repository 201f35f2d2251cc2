package org.havenline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.offer.OfferBook;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.WaitingContact;
import org.havenline.routing.choice.Narrowing;
import org.havenline.routing.interpreter.Interpreter;
import org.havenline.routing.interpreter.Interpreters;
import org.havenline.routing.interpreter.Offering;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.routingconfig.staff.Responder;

/// One walk through the queue: everybody who can be asked now is asked.
public final class Asking {
  /// Who has just declined a contact is left alone with it for so long, even when nobody else is
  /// there.
  private static final Duration REST = Duration.ofSeconds(30);

  private static final int PAGE = 200;

  private final Board board;
  private final OnHand onHand;
  private final Supplier<Tables> tables;
  private final OfferBook offers;
  private final InstantSource clock;

  public Asking(
      Board board, OnHand onHand, Supplier<Tables> tables, OfferBook offers, InstantSource clock) {
    this.board = board;
    this.onHand = onHand;
    this.tables = tables;
    this.offers = offers;
    this.clock = clock;
  }

  /// Who is there at one moment.
  ///
  /// @param able those on duty who interpret for nobody, busy or not
  private record There(
      List<FreeResponder> able, Interpreters interpreters, Narrowing narrowing, Instant now) {}

  /// Goes through the queue page by page while somebody is free: the last in it may be the only one
  /// whom those who are free can answer.
  public void askAll() {
    // one version of the tables from the first look to the last offer
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
      var able = onDuty.stream().filter(one -> !interpreting.contains(one.id().value())).toList();
      var there =
          new There(
              able,
              onHand.interpreters(inForce.whole(), free, interpreting, now),
              inForce.narrowing(onDuty, now),
              now);
      passOver += page.size() - ask(page, there, inForce);
    }
  }

  /// @return how many left the queue
  private int ask(List<Board.Waiting> page, There there, Tables tables) {
    var seen = page.stream().collect(Collectors.toMap(Board.Waiting::id, Function.identity()));
    var asIs =
        page.stream()
            .map(contact -> waiting(contact, tables, there.now()))
            .collect(Collectors.toMap(WaitingContact::id, Function.identity()));
    var widened =
        page.stream()
            .map(contact ->
                there.narrowing().of(there.interpreters().widened(required(asIs, contact.id()))))
            .toList();
    var interpreting = new HashSet<String>();
    var left = there.interpreters();
    int offered = 0;
    for (var proposal : Matching.proposeAll(widened, there.able(), there.now())) {
      var described = tables.staff().get(proposal.responder());
      if (described == null || interpreting.contains(described.id())) {
        continue;
      }
      var contact = required(asIs, proposal.contact());
      var offering = left.accompany(proposal, contact, described.languages());
      var welfare =
          contact.decision().sparesAt(contact.step())
              ? tables.plan().care().welfare()
              : Welfare.NO_LIMIT;
      if (offering.isPresent()
          && ask(offering.get(), required(seen, contact.id()), described, welfare)) {
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

  /// @param welfare of whom it spares; no limit where those whose break is due are asked too
  private boolean ask(
      Offering offering, Board.Waiting contact, Responder described, Welfare welfare) {
    var proposal = offering.proposal();
    return offers
        .offer(
            proposal.contact(),
            contact.epoch(),
            proposal.responder(),
            described.capacity().getOrDefault(contact.triage().channel(), 0),
            proposal.timeout(),
            proposal.reasons(),
            offering.interpreter().map(Interpreter::id),
            welfare)
        .isPresent();
  }
}
