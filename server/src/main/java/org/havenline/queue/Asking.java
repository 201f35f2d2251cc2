package org.havenline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.offer.Asked;
import org.havenline.offer.OfferBook;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Proposal;
import org.havenline.routing.WaitingContact;
import org.havenline.routing.choice.Narrowing;
import org.havenline.routing.interpreter.Interpreter;
import org.havenline.routing.interpreter.Interpreters;
import org.havenline.routing.interpreter.Offering;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.asking.Welfare;

/// One walk through the queue: everybody who can be asked now is asked.
public final class Asking {
  /// Who has just declined a contact is left alone with it for so long, even when nobody else is
  /// there.
  private static final Duration REST = Duration.ofSeconds(30);

  /// Whoever is free is mostly asked about the first in the queue; then pages grow.
  private static final int FIRST_PAGE = 25;

  private static final int LONGEST_PAGE = 200;

  private final Board board;
  private final OnHand onHand;
  private final Supplier<Tables> tables;
  private final OfferBook offers;
  private final Runnable stale;
  private final InstantSource clock;

  /// @param stale is told that somebody waits who is placed by older tables
  public Asking(
      Board board,
      OnHand onHand,
      Supplier<Tables> tables,
      OfferBook offers,
      Runnable stale,
      InstantSource clock) {
    this.board = board;
    this.onHand = onHand;
    this.tables = tables;
    this.offers = offers;
    this.stale = stale;
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
    var passOver = new EnumMap<Channel, Integer>(Channel.class);
    for (int most = FIRST_PAGE; ; most = Math.min(2 * most, LONGEST_PAGE)) {
      var now = clock.instant();
      var interpreting = onHand.interpreting();
      var onDuty = onHand.all(inForce, now);
      var free = OnHand.free(onDuty, interpreting);
      if (free.isEmpty()) {
        return;
      }
      var wanted = new EnumMap<Channel, Integer>(Channel.class);
      OnHand.channels(free).forEach(one -> wanted.put(one, passOver.getOrDefault(one, 0)));
      var page = board.waiting(wanted, most);
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
      page.looked().forEach((channel, looked) -> passOver.merge(channel, looked, Integer::sum));
      ask(page.waiting(), there, inForce)
          .forEach(one -> passOver.merge(one.triage().channel(), -1, Integer::sum));
    }
  }

  /// @return those who left the queue
  private List<WaitingContact> ask(List<Board.Waiting> all, There there, Tables tables) {
    var page =
        ruled(all, tables.ruling().stamp()).stream()
            .filter(contact -> !contact.notBefore().isAfter(there.now()))
            .toList();
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
    var offered = new ArrayList<WaitingContact>();
    for (var proposals : byContact(Matching.proposeAll(widened, there.able(), there.now()))) {
      var contact = required(asIs, proposals.getFirst().contact());
      var round = new ArrayList<Offering>();
      for (var proposal : proposals) {
        var described = tables.staff().get(proposal.responder());
        if (described != null && !interpreting.contains(described.id())) {
          left.accompany(proposal, contact, described.languages()).ifPresent(round::add);
        }
      }
      if (!round.isEmpty() && ask(round, contact, required(seen, contact.id()), tables)) {
        offered.add(contact);
        for (var offering : round) {
          left = left.without(offering.proposal().responder().value());
          var interpreter = offering.interpreter().map(Interpreter::id);
          interpreter.ifPresent(interpreting::add);
          left = interpreter.map(left::without).orElse(left);
        }
      }
    }
    return offered;
  }

  /// Those about the same contact are asked at the same moment.
  private static Collection<List<Proposal>> byContact(List<Proposal> proposals) {
    return proposals.stream()
        .collect(Collectors.groupingBy(Proposal::contact, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /// Who is still placed by other tables is turned over first, and asked for a moment later.
  private List<Board.Waiting> ruled(List<Board.Waiting> page, long stamp) {
    if (page.stream().anyMatch(contact -> contact.ruled() < stamp)) {
      stale.run();
    }
    return page.stream().filter(contact -> contact.ruled() == stamp).toList();
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

  /// @param round to whom, at the same moment; whoever interprets is there for one alone
  private boolean ask(
      List<Offering> round, WaitingContact contact, Board.Waiting seen, Tables tables) {
    // no limit where those whose break is due are asked too
    var welfare =
        contact.decision().sparesAt(contact.step())
            ? tables.plan().care().welfare()
            : Welfare.NO_LIMIT;
    return offers
        .offer(
            contact.id(),
            seen.epoch(),
            round.stream().map(offering -> asked(offering.proposal(), contact, tables)).toList(),
            round.getFirst().proposal().timeout(),
            round.getFirst().interpreter().map(Interpreter::id),
            welfare,
            tables.ruling())
        .isPresent();
  }

  private static Asked asked(Proposal proposal, WaitingContact contact, Tables tables) {
    var capacity =
        Optional.ofNullable(tables.staff().get(proposal.responder()))
            .map(described -> described.capacity().getOrDefault(contact.triage().channel(), 0));
    return new Asked(proposal.responder(), capacity.orElse(0), proposal.reasons());
  }
}
