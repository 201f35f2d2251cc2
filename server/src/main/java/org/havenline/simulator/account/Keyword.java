package org.havenline.simulator.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Words on which Twilio itself acts when they are the whole message; the message still reaches the
/// webhook, marked `OptOutType`.
public enum Keyword {
  STOP("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"),
  START("START", "YES", "UNSTOP"),
  HELP("HELP", "INFO");

  private final Set<String> words;

  Keyword(String... words) {
    this.words = Set.of(words);
  }

  public static Optional<Keyword> in(String body) {
    var word = body.strip().toUpperCase(Locale.ROOT);
    for (var keyword : values()) {
      if (keyword.words.contains(word)) {
        return Optional.of(keyword);
      }
    }
    return Optional.empty();
  }
}
