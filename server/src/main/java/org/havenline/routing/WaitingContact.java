package org.havenline.routing;

import java.time.Instant;
import java.util.Set;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;

/// A contact for whom somebody is to be asked.
///
/// @param step how many steps of its escalation have come due
/// @param askedAlready who declined it or let it expire: asked again only when there is nobody else
/// @param resting those of them who were asked only just now: not asked again yet, even alone
public record WaitingContact(
    ContactId id,
    Triage triage,
    Instant arrived,
    RoutingDecision decision,
    int step,
    Set<ResponderId> askedAlready,
    Set<ResponderId> resting) {

  public WaitingContact {
    askedAlready = Set.copyOf(askedAlready);
    resting = Set.copyOf(resting);
  }

  /// The same, while some are left alone with it.
  public WaitingContact leavingAlone(Set<ResponderId> some) {
    return new WaitingContact(id, triage, arrived, decision, step, askedAlready, some);
  }

  /// The same under another decision.
  public WaitingContact withDecision(RoutingDecision other) {
    return new WaitingContact(id, triage, arrived, other, step, askedAlready, resting);
  }

  /// Whom it may be offered to now.
  public Requirement requirement() {
    return decision.requirementAt(step);
  }
}
