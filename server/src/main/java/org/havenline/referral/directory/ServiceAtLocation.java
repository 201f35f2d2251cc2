package org.havenline.referral.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.referral.eligibility.Eligibility;

/// One service at one location: what a search finds. A service without a location is one at no said
/// place.
///
/// @param organization its name, as written
/// @param kinds of our taxonomy; empty when nothing in the record could be mapped
/// @param terms categories and words of the directory itself, kept and searched as text
/// @param remarks what else is searched as text: process, eligibility and fees as free text
/// @param schedules empty when the directory does not say: such services are a group of their own
public record ServiceAtLocation(
    Id id,
    ServiceId service,
    String organization,
    Wording name,
    Wording description,
    Set<ServiceKind> kinds,
    Set<String> terms,
    Wording remarks,
    Place place,
    List<Schedule> schedules,
    Spoken spoken,
    Eligibility eligibility,
    Optional<Capacity> capacity,
    Standing standing) {
  public ServiceAtLocation {
    kinds = Set.copyOf(kinds);
    terms = Set.copyOf(terms);
    schedules = List.copyOf(schedules);
  }

  /// HSDS `service_at_location.id`, or made from the ids of both.
  public record Id(String value) {}
}
