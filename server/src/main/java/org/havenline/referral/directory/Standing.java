package org.havenline.referral.directory;

import java.time.LocalDate;
import java.util.Optional;

/// Whether a service may be offered at all, and how well it is known.
///
/// @param status HSDS `service.status`
/// @param vetting only a vetted service is offered to a person; staff may see the others
/// @param assured the day somebody last checked the record (HSDS `assured_date`)
public record Standing(Status status, Vetting vetting, Optional<LocalDate> assured) {
  /// HSDS `service.status`.
  public enum Status {
    ACTIVE,
    INACTIVE,
    DEFUNCT,
    TEMPORARILY_CLOSED
  }

  /// What this hotline knows of it.
  public enum Vetting {
    VETTED,
    NOT_VETTED,
    /// Somebody warned of it; never offered.
    BARRED
  }
}
