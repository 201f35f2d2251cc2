package org.havenline.routing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.asking.AskOrder;

/// A contact for whom somebody is to be asked.
///
/// @param step how many steps of its escalation have come due
/// @param askedAlready who declined it or let it expire: asked again only when there is nobody else
/// @param resting those of them who were asked only just now: not asked again yet, even alone
/// @param known who answered the same person before, the last one first
/// @param requirement whom it may be offered to now
/// @param ask how many may be asked about it at once
public record WaitingContact(
    ContactId id,
    Triage triage,
    Instant arrived,
    RoutingDecision decision,
    int step,
    Set<ResponderId> askedAlready,
    Set<ResponderId> resting,
    List<ResponderId> known,
    Requirement requirement,
    int ask) {

  public WaitingContact {
    askedAlready = Set.copyOf(askedAlready);
    resting = Set.copyOf(resting);
    known = List.copyOf(known);
  }

  /// @param decision as the plan in force decides it
  public WaitingContact(
      ContactId id,
      Triage triage,
      Instant arrived,
      RoutingDecision decision,
      int step,
      Set<ResponderId> askedAlready,
      Set<ResponderId> resting,
      List<ResponderId> known) {
    this(
        id,
        triage,
        arrived,
        decision,
        step,
        askedAlready,
        resting,
        known,
        decision.requirementAt(step),
        decision.askAt(step));
  }

  /// The same, while some are left alone with it.
  public WaitingContact leavingAlone(Set<ResponderId> some) {
    return new WaitingContact(
        id, triage, arrived, decision, step, askedAlready, some, known, requirement, ask);
  }

  /// The same under another decision.
  public WaitingContact withDecision(RoutingDecision other) {
    return new WaitingContact(id, triage, arrived, other, step, askedAlready, resting, known);
  }

  /// The same, of a person whom some have answered before.
  public WaitingContact knownTo(List<ResponderId> some) {
    return new WaitingContact(
        id, triage, arrived, decision, step, askedAlready, resting, some, requirement, ask);
  }

  /// The same, with at most so many asked at once.
  public WaitingContact asking(int atOnce) {
    return new WaitingContact(
        id, triage, arrived, decision, step, askedAlready, resting, known, requirement, atOnce);
  }

  AskOrder order() {
    return decision.orderAt(step);
  }

  /// Whether a break that is due still counts.
  boolean sparesTheTired() {
    return decision.sparesAt(step);
  }

  /// What her requirement does not say: whom she does not want, and who was asked just now.
  boolean mayBeOfferedTo(FreeResponder one) {
    return !resting.contains(one.id()) && !triage.avoids(one);
  }

  boolean hasRoomWith(FreeResponder one) {
    return one.hasRoom(triage.channel(), sparesTheTired());
  }
}
