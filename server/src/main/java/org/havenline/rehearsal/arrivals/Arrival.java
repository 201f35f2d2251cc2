package org.havenline.rehearsal.arrivals;

import java.time.Instant;
import java.util.Set;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;

/// A contact that comes: when, and all a decision depends on. No content, no person.
///
/// @param luck seed of all chance about this contact, so that two tables meet the same contact: as
///   long a conversation, as much patience
public record Arrival(Instant at, Triage triage, long luck) {

  /// The one place where a rehearsal describes a contact.
  public static Triage triage(
      Channel channel,
      String language,
      double confidence,
      RiskLevel risk,
      String country,
      boolean minor,
      Set<Gender> wishes) {
    return new Triage(channel, language, confidence, risk, country, minor, wishes);
  }
}
