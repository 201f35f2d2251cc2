package org.havenline.routingconfig.hours;

import java.time.Instant;
import java.util.Optional;

/// Whether a line is open at a moment, and for how long it stays so.
///
/// @param until when it closes, or opens; empty when nothing changes within a year
/// @param holiday of the local date of that moment
public record Openness(boolean open, Optional<Instant> until, Optional<Holiday> holiday) {}
