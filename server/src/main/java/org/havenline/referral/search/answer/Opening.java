package org.havenline.referral.search.answer;

import java.time.Instant;
import java.util.Optional;

/// What is known of a service's doors at a moment.
///
/// @param changes when it closes, or opens next; empty when not within the days looked at
public record Opening(State state, Optional<Instant> changes) {
  public static final Opening NOT_SAID = new Opening(State.NOT_SAID, Optional.empty());

  /// Neither open nor closed when the directory does not say: somebody has to ring.
  public enum State {
    OPEN,
    CLOSED,
    NOT_SAID
  }
}
