package org.havenline.loadtests.calls.played;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A document of a call, as far as a telephone goes by it.
///
/// @param next where it goes on by itself, or with a key; empty when it ends the call
/// @param room of a conference; empty when there is none
/// @param speech how long its words take
/// @param patience how long a key is waited for after them
record Document(Optional<String> next, Optional<String> room, Duration speech, Duration patience) {
  private static final Pattern ACTION =
      Pattern.compile("<(?:Gather|Dial)[^>]* action=\"([^\"]*)\"");
  private static final Pattern REDIRECT = Pattern.compile("<Redirect[^>]*>([^<]*)<");
  private static final Pattern ROOM = Pattern.compile("<Conference[^>]*>([^<]*)<");
  private static final Pattern TIMEOUT = Pattern.compile("<Gather[^>]* timeout=\"(\\d+)\"");
  private static final Pattern WORDS = Pattern.compile("<Say[^>]*>([^<]*)<");
  private static final int MILLIS_A_LETTER = 70;

  static Document read(String xml) {
    long letters = WORDS.matcher(xml).results().mapToLong(said -> said.group(1).length()).sum();
    return new Document(
        first(ACTION, xml).or(() -> first(REDIRECT, xml)).map(url -> url.replace("&amp;", "&")),
        first(ROOM, xml),
        Duration.ofMillis(letters * MILLIS_A_LETTER),
        Duration.ofSeconds(first(TIMEOUT, xml).map(Integer::parseInt).orElse(0)));
  }

  private static Optional<String> first(Pattern pattern, String xml) {
    var found = pattern.matcher(xml);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
