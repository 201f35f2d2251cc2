package org.havenline.referral.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.havenline.contact.ContactId;
import org.havenline.referral.consent.Told;
import org.havenline.referral.consent.Why;
import org.havenline.referral.directory.ServiceId;

/// What she said last of one referral: the model, which knows nothing of consents and gates.
final class Said {
  static final Map<Told, String> KNOWN =
      new TreeMap<>(
          Map.of(
              Told.NAME, "Ana",
              Told.PHONE, "+12025550101",
              Told.LANGUAGES, "español",
              Told.CHILDREN, "uno de 14",
              Told.NOTE, "no por la mañana"));

  final ContactId contact;
  final String id;
  int agreements;
  boolean agreed;
  ServiceId to = new ServiceId("");
  Why why = Why.HELP;
  Set<Told> fields = Set.of();
  Instant until = Instant.MIN;
  final List<Issued> links = new ArrayList<>();

  Said(ContactId contact, String id) {
    this.contact = contact;
    this.id = id;
  }

  /// What may leave now, if anything may.
  Optional<Map<Told, String>> allowed(ServiceId service, Why wish, Instant now) {
    if (!agreed || now.compareTo(until) >= 0 || !to.equals(service) || why != wish) {
      return Optional.empty();
    }
    var told = new TreeMap<Told, String>();
    fields.stream().filter(KNOWN::containsKey).forEach(f -> told.put(f, KNOWN.get(f)));
    return Optional.of(told);
  }

  /// A link that was given out.
  record Issued(String token, ServiceId service, int agreement) {}
}
