package org.havenline.simulator.voice.ledger;

import java.time.Duration;
import java.time.Instant;

/// A recording that was made. Where there should be none, this list shows it.
///
/// @param words what was said into it, as far as it was said by a script
public record Recording(
    String sid, String call, Instant from, Duration length, String source, String words) {}
