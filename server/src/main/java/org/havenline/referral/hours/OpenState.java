package org.havenline.referral.hours;

import java.time.Instant;
import java.util.Optional;

/// Whether a service is open at a moment.
public sealed interface OpenState {
  /// When it closes, or opens next; empty when that is more than a week away, or not known.
  default Optional<Instant> changes() {
    return switch (this) {
      case Open(var until) -> until;
      case Closed(var opens) -> opens;
      case NotSaid() -> Optional.empty();
    };
  }

  /// @param until when it closes; empty when that is more than a week away
  record Open(Optional<Instant> until) implements OpenState {}

  /// @param opens when next; empty when not within a week
  record Closed(Optional<Instant> opens) implements OpenState {}

  /// The directory does not say, or what it says has run out. Neither open nor closed: somebody has
  /// to ring.
  record NotSaid() implements OpenState {}
}
