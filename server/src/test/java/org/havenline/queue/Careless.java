package org.havenline.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.offer.Asked;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Proposal;
import org.havenline.routing.Triage;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.Line;

/// Mutants of [Asking], each of which forgets one thing: what an oracle must catch.
enum Careless {
  GENDER,
  EXCLUSION,
  MINOR,
  CAPACITY,
  INTERPRETER,
  SEVERAL;

  private Triage seen(Triage t) {
    return new Triage(
        t.channel(),
        t.language(),
        t.confidence(),
        t.risk(),
        t.country(),
        t.minor() && this != MINOR,
        this == GENDER ? Set.of() : t.wishes(),
        t.custom(),
        this == EXCLUSION ? Contact.Avoided.NOBODY : t.avoided(),
        t.subLine());
  }

  void askAll(Line line) {
    var board = new Board(line.redis, Line.KEYS);
    var now = line.clock.instant();
    var all = Stream.of(Channel.values()).collect(Collectors.toMap(Function.identity(), _ -> 0));
    var page = board.waiting(all, 1_000).waiting();
    var seen = page.stream().collect(Collectors.toMap(Board.Waiting::id, Function.identity()));
    var waiting = page.stream().map(contact -> waiting(contact, line)).toList();
    var onDuty = board.onDuty(now, false).stream().map(one -> free(one, line)).toList();
    Matching.proposeAll(waiting, onDuty, now).stream()
        .collect(Collectors.groupingBy(Proposal::contact, LinkedHashMap::new, Collectors.toList()))
        .forEach((id, round) -> ask(line, Objects.requireNonNull(seen.get(id)), round, onDuty));
  }

  private void ask(
      Line line, Board.Waiting contact, List<Proposal> round, List<FreeResponder> onDuty) {
    line.offers.offer(
        contact.id(),
        contact.epoch(),
        round.stream().map(proposal -> asked(line, contact, proposal)).toList(),
        round.getFirst().timeout(),
        interpreter(onDuty, round.getFirst().responder()),
        Welfare.NO_LIMIT,
        line.tables.ruling());
  }

  private Asked asked(Line line, Board.Waiting contact, Proposal proposal) {
    var staff = Objects.requireNonNull(line.tables.staff().get(proposal.responder()));
    return new Asked(
        proposal.responder(),
        (this == CAPACITY ? 20 : 0) + staff.capacity().getOrDefault(contact.triage().channel(), 0),
        proposal.reasons());
  }

  /// Whoever comes first, whatever she speaks and whomever she avoids.
  private Optional<String> interpreter(List<FreeResponder> onDuty, ResponderId responder) {
    return onDuty.stream()
        .map(FreeResponder::id)
        .filter(id -> this == INTERPRETER && !id.equals(responder))
        .map(ResponderId::value)
        .findFirst();
  }

  private WaitingContact waiting(Board.Waiting contact, Line line) {
    var triage = seen(contact.triage());
    var waiting =
        new WaitingContact(
            contact.id(),
            triage,
            contact.arrived(),
            line.tables.plan().decide(triage, contact.arrived()),
            contact.step(),
            contact.asked(),
            Set.of(),
            List.of());
    return this == SEVERAL ? waiting.asking(9) : waiting;
  }

  private FreeResponder free(Board.OnDuty one, Line line) {
    var described = Objects.requireNonNull(line.tables.staff().get(one.id()));
    return FreeResponder.of(described, this == CAPACITY ? Map.of() : one.busy(), one.idleSince());
  }
}
