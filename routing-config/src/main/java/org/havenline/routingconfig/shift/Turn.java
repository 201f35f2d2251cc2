package org.havenline.routingconfig.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A shift on one day, with those who come.
///
/// @param date on which it begins, by the shift's own clock
/// @param until when it is over; not part of it
/// @param who ids of responders; nobody when all are away and there is no fallback
public record Turn(String shift, LocalDate date, Instant from, Instant until, List<String> who) {}
