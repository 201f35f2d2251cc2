package org.havenline.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.contact.Contact;
import org.havenline.contact.ResponderId;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Triage;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.testing.Line;

/// Mutants of [Asking], each of which forgets one thing: what an oracle must catch.
enum Careless {
  GENDER,
  EXCLUSION,
  MINOR,
  CAPACITY,
  INTERPRETER;

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
    var page = board.waiting(0, 1_000);
    var seen = page.stream().collect(Collectors.toMap(Board.Waiting::id, Function.identity()));
    var waiting = page.stream().map(contact -> waiting(contact, line)).toList();
    var onDuty = board.onDuty(now, false).stream().map(one -> free(one, line)).toList();
    for (var proposal : Matching.proposeAll(waiting, onDuty, now)) {
      var contact = Objects.requireNonNull(seen.get(proposal.contact()));
      var staff = Objects.requireNonNull(line.tables.staff().get(proposal.responder()));
      line.offers.offer(
          proposal.contact(),
          contact.epoch(),
          proposal.responder(),
          (this == CAPACITY ? 20 : 0)
              + staff.capacity().getOrDefault(contact.triage().channel(), 0),
          proposal.timeout(),
          proposal.reasons(),
          interpreter(onDuty, proposal.responder()),
          Welfare.NO_LIMIT,
          line.tables.ruling());
    }
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
    return new WaitingContact(
        contact.id(),
        triage,
        contact.arrived(),
        line.tables.plan().decide(triage, contact.arrived()),
        contact.step(),
        contact.asked(),
        Set.of(),
        List.of());
  }

  private FreeResponder free(Board.OnDuty one, Line line) {
    var described = Objects.requireNonNull(line.tables.staff().get(one.id()));
    return FreeResponder.of(described, this == CAPACITY ? Map.of() : one.busy(), one.idleSince());
  }
}
