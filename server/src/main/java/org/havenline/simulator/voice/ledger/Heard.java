package org.havenline.simulator.voice.ledger;

import java.time.Instant;
import org.havenline.simulator.voice.party.Sound;
import org.jspecify.annotations.Nullable;

/// A sound on one leg.
///
/// @param to null while it lasts
public record Heard(String call, Sound sound, Instant from, @Nullable Instant to) {}
