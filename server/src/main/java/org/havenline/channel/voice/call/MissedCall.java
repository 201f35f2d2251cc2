package org.havenline.channel.voice.call;

import java.time.Instant;
import java.util.Optional;

/// A call to the line that the provider lists.
///
/// @param to the line's number that was dialled
/// @param ended empty while she is on the line
public record MissedCall(
    CallId id, Caller caller, String to, Instant began, Optional<Instant> ended) {}
