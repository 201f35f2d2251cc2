package org.havenline.simulator.voice.ledger;

import java.time.Instant;

/// What Twilio's debugger would show: a good server leaves none.
///
/// @param code of https://www.twilio.com/docs/api/errors
public record Fault(Instant at, String call, int code, String what) {}
