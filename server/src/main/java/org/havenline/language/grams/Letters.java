package org.havenline.language.grams;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of a text in lower case, sorted by writing system; numbers, links, mentions, emoji and
/// invisible characters are gone. Reads at most {@value #MOST_CHARS} characters, so that no text is
/// dear.
public final class Letters {
  static final int MOST_CHARS = 2_000;

  /// More marks than this on one letter are play, not writing.
  private static final int MOST_MARKS = 2;

  private final Map<WritingSystem, Words> found = new EnumMap<>(WritingSystem.class);

  /// The words being added to; null between words.
  private @Nullable Words current;

  private int marks;

  private Letters() {}

  public static Letters of(String text) {
    String head = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    if (!Normalizer.isNormalized(head, Normalizer.Form.NFC)) {
      head = Normalizer.normalize(head, Normalizer.Form.NFC);
    }
    Letters letters = new Letters();
    int end = head.length();
    for (int at = 0; at < end; ) {
      int stop = at;
      while (stop < end && !isSpace(head.charAt(stop))) {
        stop++;
      }
      if (stop > at && !isLink(head, at, stop)) {
        letters.read(head, at, stop);
      }
      letters.endWord();
      at = stop + 1;
    }
    return letters;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200a') || c == '\u3000';
  }

  private static boolean isLink(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '@' || (c == ':' && text.startsWith("://", at))) {
        return true;
      }
    }
    return text.charAt(from) == '#' || text.startsWith("www.", from);
  }

  private void read(String text, int from, int to) {
    for (int at = from; at < to; ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c < 128) {
        ascii(c, at < to ? text.charAt(at) : ' ');
      } else if (Character.isLetter(c)) {
        marks = 0;
        // the small form of this one is two characters
        letter(c == 'İ' ? 'i' : Character.toLowerCase(c));
      } else {
        sign(c);
      }
    }
  }

  private void ascii(int c, char next) {
    if (isLatin(c)) {
      letter(c | 0x20);
    } else if (c == '\'' || c == '`') {
      apostrophe();
    } else if (c >= '2'
        && c <= '9'
        && (isLatin(next) || (current != null && current.endsLatin()))) {
      // a digit beside a Latin letter is a letter of chat Arabic: 3arabi, sa3douni, el7a2ouni
      letter(c);
    } else {
      endWord();
    }
  }

  private void sign(int c) {
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> {
        if (current != null && ++marks <= MOST_MARKS) {
          current.append(c);
        }
      }
      case Character.FORMAT -> {
        // joiners and directions are not seen, and not typed by everyone
      }
      case Character.FINAL_QUOTE_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> apostrophe();
      default -> endWord();
    }
  }

  private static boolean isLatin(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private void apostrophe() {
    if (current != null && current.endsLatin()) {
      current.append('\'');
    }
  }

  private void letter(int c) {
    WritingSystem system = WritingSystem.of(c);
    if (current == null || current.system != system) {
      endWord();
      current = found.computeIfAbsent(system, Words::new);
      marks = 0;
    }
    current.letter(c);
  }

  private void endWord() {
    if (current != null) {
      current.append(' ');
      current = null;
    }
  }

  /// The writing system that says most. Latin counts less than half: everybody drops English words,
  /// names and brands into her own script, hardly anybody does the reverse.
  public WritingSystem main() {
    WritingSystem best = WritingSystem.OTHER;
    double most = 0;
    for (Words words : found.values()) {
      double weight = words.system == WritingSystem.LATIN ? 0.4 * words.letters : words.letters;
      if (weight > most) {
        most = weight;
        best = words.system;
      }
    }
    return best;
  }

  /// How many letters were read in a system.
  public int count(WritingSystem system) {
    Words words = found.get(system);
    return words == null ? 0 : words.letters;
  }

  /// The words of one system as they were read, `" word word "`: two spaces before, one after.
  Words words(WritingSystem system) {
    return found.computeIfAbsent(system, Words::new);
  }

  /// The words of one system, apart.
  public String[] split(WritingSystem system) {
    String all = words(system).toString().strip();
    return all.isEmpty() ? new String[0] : all.split(" +", -1);
  }
}
