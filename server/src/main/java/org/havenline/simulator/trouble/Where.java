package org.havenline.simulator.trouble;

import java.util.Locale;
import java.util.Set;

/// Where trouble may strike, and which kinds make sense there.
public enum Where {
  /// POST of a message by the server.
  REST(Set.of("status", "stall", "close-before", "close-after", "slow", "error-code")),
  /// A text on its way to the server.
  WEBHOOK(Set.of("drop", "slow", "repeat")),
  /// The delivery states of one message on their way to the server.
  CALLBACK(Set.of("drop", "slow", "repeat", "shuffle"));

  private final Set<String> kinds;

  Where(Set<String> kinds) {
    this.kinds = kinds;
  }

  boolean allows(String kind) {
    return kinds.contains(kind);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
