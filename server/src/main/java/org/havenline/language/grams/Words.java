package org.havenline.language.grams;

import java.util.Arrays;

/// Words of one writing system in one array, `" word word "`: two spaces first, so that one can
/// always look back two characters, and one after each word.
final class Words {
  final WritingSystem system;
  int letters;
  int length = 2;
  char[] chars = new char[64];

  Words(WritingSystem system) {
    this.system = system;
    Arrays.fill(chars, 0, 2, ' ');
  }

  /// Adds a letter, but not a third time in a row: "heeeelp" and "heelp" are one spelling.
  void letter(int c) {
    letters++;
    if (c != chars[length - 1] || c != chars[length - 2]) {
      append(c);
    }
  }

  void append(int c) {
    if (length + 2 > chars.length) {
      chars = Arrays.copyOf(chars, 2 * chars.length);
    }
    length += Character.toChars(c, chars, length);
  }

  /// Whether a Latin word is being written and its last character is a letter.
  boolean endsLatin() {
    return system == WritingSystem.LATIN && Character.isLetter(chars[length - 1]);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
