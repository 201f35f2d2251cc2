package org.havenline.simulator.voice.ledger;

import java.time.Instant;
import org.havenline.simulator.voice.party.EndReason;

/// A leg is over.
public record Ended(String call, Instant at, EndReason why) {}
