package org.havenline.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.routing.Candidates.Candidate;
import org.havenline.routingconfig.RiskLevel;

/// Who is asked about whom. Pure: waiting contacts in their order, responders on duty, the time;
/// the same always gives the same.
///
/// The order of waiting is strict among those who can be served: a contact is passed over only when
/// nobody free may answer it, or while it waits for the responder who knows her. Among those who
/// may, who has not declined it comes first, then who speaks the person's language, then the order
/// of the table. A wish for a woman or a man, what minors need and whom she does not want hold at
/// every step.
///
/// Where the table asks several at once, a contact takes as many as fit and are free before the
/// next one is looked at.
public final class Matching {
  private Matching() {}

  /// The next one to ask.
  public static Optional<Proposal> propose(
      List<WaitingContact> inOrder, List<FreeResponder> onDuty, Instant now) {
    return proposals(inOrder, onDuty, now, 1).stream().findFirst();
  }

  /// All who can be asked now: each contact is offered to one, or to as many at once as the table
  /// says, whose proposals then stand together; nobody gets more than fits.
  public static List<Proposal> proposeAll(
      List<WaitingContact> inOrder, List<FreeResponder> onDuty, Instant now) {
    return proposals(inOrder, onDuty, now, Integer.MAX_VALUE);
  }

  private static List<Proposal> proposals(
      List<WaitingContact> inOrder, List<FreeResponder> onDuty, Instant now, int most) {
    var candidates = new Candidates(onDuty);
    var proposals = new ArrayList<Proposal>();
    for (var contact : inOrder) {
      if (proposals.size() >= most || !candidates.anyRoom()) {
        break;
      }
      for (var candidate : choose(contact, candidates, now)) {
        proposals.add(Proposal.of(contact, candidate.one(), now));
        candidates.asked(candidate, contact.triage(), now);
      }
    }
    return List.copyOf(proposals);
  }

  /// Who knows her, for a while; she is waited for, unless the danger is immediate. Then whoever
  /// comes first.
  private static List<Candidate> choose(
      WaitingContact contact, Candidates candidates, Instant now) {
    if (now.isBefore(contact.decision().knownUntil())) {
      var known = knows(contact, candidates);
      var free =
          known.stream()
              .filter(one -> contact.hasRoomWith(one.one()))
              .limit(contact.ask())
              .toList();
      if (!free.isEmpty()) {
        return free;
      }
      if (!known.isEmpty() && contact.triage().risk() != RiskLevel.IMMEDIATE) {
        return List.of();
      }
    }
    return candidates.first(contact);
  }

  /// Those on duty who answered her before and may again, the last one first. Who has just passed
  /// her on or should rest is not waited for.
  private static List<Candidate> knows(WaitingContact contact, Candidates candidates) {
    return contact.known().stream()
        .filter(id -> !contact.askedAlready().contains(id))
        .flatMap(id -> candidates.find(id).stream())
        .filter(it -> contact.requirement().metBy(it.one()) && contact.mayBeOfferedTo(it.one()))
        .filter(it -> !contact.sparesTheTired() || it.one().highRiskLeft() > 0)
        .toList();
  }
}
