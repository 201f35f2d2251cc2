package org.havenline.simulator.voice.party;

import java.time.Duration;

/// What becomes of a phone that is called.
///
/// The time counts from the first ring, or where it does not ring, from dialling.
public sealed interface Ring {
  /// @param machine whether it is a voicemail
  record PicksUp(Duration after, boolean machine) implements Ring {}

  record Busy(Duration after) implements Ring {}

  /// It rings for as long as the caller has patience.
  record Rings() implements Ring {}

  /// No such number, switched off, or the carrier refuses: it never rings.
  record Unreachable(Duration after) implements Ring {}
}
