package org.havenline.simulator.account;

import java.util.Locale;
import java.util.Optional;

/// Words on which Twilio itself acts when they are the whole message; the message still reaches the
/// webhook, marked `OptOutType`.
public enum Keyword {
  STOP,
  START,
  HELP;

  public static Optional<Keyword> in(String body) {
    return switch (body.strip().toUpperCase(Locale.ROOT)) {
      case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT" -> Optional.of(STOP);
      case "START", "YES", "UNSTOP" -> Optional.of(START);
      case "HELP", "INFO" -> Optional.of(HELP);
      default -> Optional.empty();
    };
  }
}
