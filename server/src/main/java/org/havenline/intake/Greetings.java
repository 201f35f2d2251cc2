package org.havenline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells a mere greeting from a message. In doubt it is a message: the list, `greetings.txt`, need
/// not be complete.
final class Greetings {
  private static final String FILE = "greetings.txt";

  /// Letters with the signs that belong to them; a digit may be the whole message.
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private static final Set<String> WORDS = read();

  private Greetings() {}

  /// Whether a text says more than hello, thanks or yes. A picture or a sign alone does not.
  static boolean isMore(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1))
        .anyMatch(word -> !word.isEmpty() && !WORDS.contains(word));
  }

  private static Set<String> read() {
    try (var in = Greetings.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
