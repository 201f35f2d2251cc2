package org.havenline.language.training;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes languages that do not exist out of ones that do, by exchanging letters: their sounds are
/// believable, their words are nobody's. Learning to call them unknown teaches the model to look
/// for words it knows rather than for an accent it has seen.
final class Cipher {
  private static final String VOWELS =
      "aeiouyàáâãäèéêëìíîïòóôõöùúûüąęėőűạảấầậắặẹẻẽếềệỉịọỏốồộớờợụủứừựอะ";

  private final RandomGenerator random;

  Cipher(RandomGenerator random) {
    this.random = random;
  }

  /// Exchanges some letters, or most, of `text` for others of `alphabet`, the same one each time.
  String write(String text, String alphabet) {
    int changed = 40 + random.nextInt(61);
    Map<Character, Character> key = new HashMap<>();
    StringBuilder written = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      written.append(
          Character.isLetter(c) ? key.computeIfAbsent(c, one -> other(one, alphabet, changed)) : c);
    }
    return written.toString();
  }

  private char other(char letter, String alphabet, int changed) {
    if (random.nextInt(100) >= changed) {
      return letter;
    }
    for (int tries = 0; tries < 20; tries++) {
      char found = alphabet.charAt(random.nextInt(alphabet.length()));
      if (Character.isLetter(found) && found != letter && vowel(found) == vowel(letter)) {
        return found;
      }
    }
    return letter;
  }

  private static boolean vowel(char c) {
    return VOWELS.indexOf(c) >= 0;
  }
}
