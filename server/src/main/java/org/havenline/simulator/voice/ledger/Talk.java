package org.havenline.simulator.voice.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One leg could hear another.
///
/// @param room the bridge or conference it was in
/// @param to null while it lasts
public record Talk(
    String room, String speaker, String listener, Instant from, @Nullable Instant to) {
  public boolean lasts() {
    return to == null;
  }
}
