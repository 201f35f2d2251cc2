package org.havenline.risk.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Beside each word of six letters or more, the same word with one letter left out. Done to rules
/// and messages alike, it lets one wrong, missing, doubled or swapped letter pass at the price of a
/// few more exact terms, where a fuzzy query would cost 80 µs per rule and message (the "symmetric
/// delete" idea of SymSpell).
final class MisspeltFilter extends TokenFilter {
  /// One letter away from a shorter word there is too often another word (here, there).
  private static final int SHORTEST = 6;

  /// Nothing longer is a word; keeps a hostile text from multiplying.
  private static final int LONGEST = 24;

  /// Only so many words of a message are allowed to be misspelt, far more than a person writes at
  /// once: a text of 50 KB then costs milliseconds. The words after them still count as written.
  private static final int MOST_WORDS = 2_000;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private @Nullable State word;
  private String letters = "";
  private int leftOut;
  private int read;

  MisspeltFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (word != null && leftOut < letters.length()) {
      restoreState(word);
      term.setEmpty().append(letters, 0, leftOut).append(letters, leftOut + 1, letters.length());
      step.setPositionIncrement(0);
      leftOut = afterRun(leftOut);
      return true;
    }
    word = null;
    if (!input.incrementToken()) {
      return false;
    }
    read++;
    if (read <= MOST_WORDS && term.length() >= SHORTEST && term.length() <= LONGEST) {
      word = captureState();
      letters = term.toString();
      leftOut = 0;
    }
    return true;
  }

  /// Leaving out either of two equal letters gives the same word.
  private int afterRun(int at) {
    int next = at + 1;
    while (next < letters.length() && letters.charAt(next) == letters.charAt(at)) {
      next++;
    }
    return next;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    word = null;
    read = 0;
  }
}
