package org.havenline.referral.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.ResponderId;
import org.havenline.referral.directory.ServiceId;

/// What a person allowed, in a record of its own that nothing else stands for.
///
/// @param service to whom, and to nobody else
/// @param fields what; may be none: then the service learns only that somebody asks
/// @param until from this moment on it allows nothing
/// @param notedBy who heard or read it
/// @param revoked when she took it back
public record Consent(
    ServiceId service,
    Why why,
    Set<Told> fields,
    Instant given,
    Instant until,
    How how,
    ResponderId notedBy,
    Optional<Instant> revoked) {
  /// How long one holds when she names no end.
  public static final Duration USUAL = Duration.ofDays(7);

  /// None is noted for longer.
  public static final Duration LONGEST = Duration.ofDays(30);

  public Consent {
    fields = Set.copyOf(fields);
  }

  /// The same, taken back.
  public Consent revokedAt(Instant now) {
    return new Consent(
        service, why, fields, given, until, how, notedBy, Optional.of(revoked.orElse(now)));
  }

  /// Why this allows nothing to this service for this reason now, in a sentence for staff; empty
  /// when it allows it.
  Optional<String> refusal(ServiceId asked, Why purpose, Instant now) {
    if (revoked.isPresent()) {
      return Optional.of("She has taken her consent back.");
    }
    if (!now.isBefore(until)) {
      return Optional.of("Her consent has run out. Ask her again.");
    }
    if (!service.equals(asked)) {
      return Optional.of("She has agreed to another service, not to this one.");
    }
    if (why != purpose) {
      return Optional.of("She has agreed to something else, not to this.");
    }
    return Optional.empty();
  }
}
