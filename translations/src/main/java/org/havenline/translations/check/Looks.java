package org.havenline.translations.check;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayDeque;
import java.util.function.BiConsumer;
import org.havenline.translations.arb.ArbFile.Entry;

/// How a text looks where it is shown: nothing that a page would take for its own, and no longer
/// than its place.
final class Looks {
  /// Translations into the longest languages take some 2 times the English; short ones vary more,
  /// so each may have a word more. A button has one line of a phone's width, or two.
  private static final double LONGER = 2.5;

  private static final double LONGER_ON_A_BUTTON = 2;
  private static final int A_WORD = 12;

  private Looks() {}

  /// @param faults takes what is wrong and what to do
  static void check(Entry entry, Entry original, String locale, BiConsumer<String, String> faults) {
    var text = entry.message();
    if (text.codePoints().anyMatch(c -> c == '<' || Character.isISOControl(c))) {
      faults.accept("has a < or a control character", "Write plain text, in one line");
    }
    if (!balanced(text)) {
      faults.accept(
          "opens a direction that it does not close, or the other way round",
          "Remove the invisible signs of direction; whoever shows the text takes care of it");
    }
    boolean english = locale.equals("en") || locale.startsWith("en-");
    if (!english && !entry.notes().same() && text.equals(original.message())) {
      faults.accept(
          "is the same as in English",
          "Translate it, or write \"x-same\": true in its notes if it is so in this language");
    }
    int room = room(original);
    if (original.notes().toPerson() && width(text) > room) {
      faults.accept(
          "takes " + width(text) + " columns of " + room, "Say it shorter, or the page is torn");
    }
  }

  private static int room(Entry original) {
    double longer = original.notes().button() ? LONGER_ON_A_BUTTON : LONGER;
    return (int) (width(original.message()) * longer) + A_WORD;
  }

  /// In columns of a letter: marks take none, Chinese and Korean signs two. Of a message with forms
  /// all count, here and in English alike.
  private static int width(String text) {
    return text.codePoints().map(Looks::columns).sum();
  }

  private static int columns(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default ->
          switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
          };
    };
  }

  /// Whether each isolate and each embedding is closed, in its order.
  private static boolean balanced(String text) {
    var open = new ArrayDeque<Character>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\u2066', '\u2067', '\u2068' -> open.push('\u2069');
        case '\u202A', '\u202B', '\u202D', '\u202E' -> open.push('\u202C');
        case '\u2069', '\u202C' -> {
          if (open.isEmpty() || open.pop() != c) {
            return false;
          }
        }
        default -> {}
      }
    }
    return open.isEmpty();
  }
}
