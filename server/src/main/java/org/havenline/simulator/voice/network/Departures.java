package org.havenline.simulator.voice.network;

import java.time.Duration;
import java.time.Instant;

/// Calls by REST begin one after the other, at the account's calls per second; until then they are
/// `queued`.
public final class Departures {
  private final Network network;
  private Instant next = Instant.MIN;

  public Departures(Network network) {
    this.network = network;
  }

  public void begin(Runnable call) {
    var now = network.now();
    var mine = next.isBefore(now) ? now : next;
    next = mine.plus(Duration.ofSeconds(1).dividedBy(network.settings().callsPerSecond()));
    network.after(Duration.between(now, mine), call);
  }
}
