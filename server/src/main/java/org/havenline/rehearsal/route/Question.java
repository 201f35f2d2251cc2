package org.havenline.rehearsal.route;

import java.time.Instant;
import org.havenline.routing.Triage;

/// What would happen to this contact, if it came at this time?
///
/// @param line as named in the table
public record Question(String line, Instant at, Triage triage) {}
