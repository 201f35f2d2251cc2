package org.havenline.referral.search.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.havenline.words.AnyScript;

/// An organisation's name as terms that begin with any of its words, so that what is typed is the
/// beginning of one.
public final class Suggested {
  /// Stands between the words and the name; smaller than any letter.
  private static final char END = '\u0001';

  private static final int LONGEST_NAME = 200;
  private static final int MOST_BEGINNINGS = 8;
  private static final AnyScript WORDS = AnyScript.words();

  private Suggested() {}

  public static Set<String> terms(String name) {
    Set<String> terms = new HashSet<>();
    List<String> words = Tokens.of(WORDS, Fields.EXACT_NAME, name);
    for (int from = 0; from < Math.min(words.size(), MOST_BEGINNINGS); from++) {
      String rest = String.join(" ", words.subList(from, words.size()));
      terms.add(cut(rest) + END + cut(name));
    }
    return terms;
  }

  public static String name(String term) {
    return term.substring(term.indexOf(END) + 1);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST_NAME, text.length()));
  }
}
