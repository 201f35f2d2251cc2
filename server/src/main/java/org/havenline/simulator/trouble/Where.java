package org.havenline.simulator.trouble;

import java.util.List;
import java.util.Locale;

/// Where trouble may strike.
public enum Where {
  /// POST of a message by the server.
  REST,
  /// POST about a call or a conference by the server.
  CALL,
  /// A text on its way to the server.
  WEBHOOK,
  /// The delivery states of one message on their way to the server.
  CALLBACK;

  boolean allows(String kind) {
    var kinds =
        switch (this) {
          case REST ->
              List.of("status", "stall", "close-before", "close-after", "slow", "error-code");
          case CALL -> List.of("status", "stall", "close-before", "close-after", "slow");
          case WEBHOOK -> List.of("drop", "slow", "repeat");
          case CALLBACK -> List.of("drop", "slow", "repeat", "shuffle");
        };
    return kinds.contains(kind);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
