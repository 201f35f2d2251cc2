package org.havenline.language.training;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What a hurried thumb does to a sentence.
public final class Noise {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}' ]+");

  private Noise() {}

  /// Whether a line is kept out of training, to judge by: one in twenty, the same ones always.
  public static boolean heldOut(String line) {
    return Math.floorMod(line.hashCode() * 0x9E3779B9, 20) == 0;
  }

  /// Lower case, without accents and punctuation: what a cheap keyboard leaves.
  public static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    StringBuilder plain = new StringBuilder();
    String lower = bare.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); at++) {
      char c = lower.charAt(at);
      switch (c) {
        case 'đ', 'ð', 'ɗ' -> plain.append('d');
        case 'ł' -> plain.append('l');
        case 'ı' -> plain.append('i');
        case 'ø' -> plain.append('o');
        case 'ß' -> plain.append("ss");
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'ə' -> plain.append('e');
        case 'ɓ' -> plain.append('b');
        case 'ƙ' -> plain.append('k');
        case 'ƴ' -> plain.append('y');
        default -> plain.append(c);
      }
    }
    return NO_WORD.matcher(plain).replaceAll(" ").replaceAll(" +", " ").strip();
  }

  /// One letter lost, doubled, replaced or swapped with its neighbour.
  public static String typo(String text, RandomGenerator random) {
    if (text.length() < 4) {
      return text;
    }
    for (int tries = 0; tries < 10; tries++) {
      int at = random.nextInt(text.length() - 1);
      char c = text.charAt(at);
      char next = text.charAt(at + 1);
      if (Character.isLetter(c) && Character.isLetter(next)) {
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        return switch (random.nextInt(4)) {
          case 0 -> before + after;
          case 1 -> before + c + c + after;
          case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
          default -> before + next + c + text.substring(at + 2);
        };
      }
    }
    return text;
  }
}
