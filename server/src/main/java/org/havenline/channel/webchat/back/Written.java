package org.havenline.channel.webchat.back;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.havenline.channel.webchat.back.ReturnWords.Item;

/// What she wrote to come back: words and numbers in turn, in any script and with anything between
/// them.
///
/// @param words empty when these can be none
/// @param forced there was something more at the end: somebody makes her do this
public record Written(Optional<ReturnWords> words, boolean forced) {
  static final int LONGEST = 2_000;

  private static final int DIGITS = 3;

  /// One line of it.
  private record Pair(String word, String number) {}

  public static Written of(String text, Things things) {
    var pairs = pairs(text.substring(0, Math.min(LONGEST, text.length())));
    if (pairs.size() < ReturnWords.LINES) {
      return new Written(Optional.empty(), false);
    }
    var lines = pairs.subList(0, ReturnWords.LINES);
    var last = lines.getLast().number();
    boolean more = pairs.size() > ReturnWords.LINES || last.length() > DIGITS;
    return new Written(words(lines, things), more);
  }

  private static Optional<ReturnWords> words(List<Pair> lines, Things things) {
    var numbers = lines.stream().map(Pair::number).toList();
    boolean whole =
        numbers.stream().limit(ReturnWords.LINES - 1).allMatch(one -> one.length() == DIGITS)
            && numbers.getLast().length() >= DIGITS;
    if (!whole) {
      return Optional.empty();
    }
    return things
        .meaning(lines.stream().map(Pair::word).toList())
        .map(meant ->
            new ReturnWords(
                IntStream.range(0, ReturnWords.LINES)
                    .mapToObj(i ->
                        new Item(
                            meant.get(i), Integer.parseInt(numbers.get(i).substring(0, DIGITS))))
                    .toList()));
  }

  /// The last may have no number.
  private static List<Pair> pairs(String text) {
    var pairs = new ArrayList<Pair>();
    var word = new StringBuilder();
    var number = new StringBuilder();
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray()) {
      int digit = Character.digit(c, 10);
      boolean sign = Character.isLetter(c) || !isMarkless(c);
      if (digit >= 0 && Character.isDigit(c)) {
        number.append(digit);
      } else if (sign) {
        if (!number.isEmpty()) {
          pairs.add(new Pair(word.toString(), number.toString()));
          word.setLength(0);
          number.setLength(0);
        }
        word.appendCodePoint(c);
      }
    }
    if (!word.isEmpty() || !number.isEmpty()) {
      pairs.add(new Pair(word.toString(), number.toString()));
    }
    return pairs;
  }

  private static boolean isMarkless(int c) {
    int type = Character.getType(c);
    return type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK;
  }

  /// Nothing of it gets into a log.
  @Override
  public String toString() {
    return "Written";
  }
}
