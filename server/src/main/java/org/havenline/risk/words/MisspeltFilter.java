package org.havenline.risk.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Lets one wrong, missing, doubled or swapped letter pass in words of six letters or more: beside
/// the word stand all its forms with one letter left out, in rules and messages alike, at the price
/// of a few more exact terms, where a fuzzy query would cost 80 µs per rule and message (the
/// "symmetric delete" idea of SymSpell).
///
/// Such forms, and the long words they are compared with, carry a mark. A message has each word
/// with and without it, a rule that forgives has long words with it only; what must stand as
/// written has no mark, and so never meets a word that is merely near.
final class MisspeltFilter extends TokenFilter {
  /// One letter away from a shorter word there is too often another word (here, there).
  private static final int SHORTEST = 6;

  /// Nothing longer is a word; keeps a hostile text from multiplying.
  private static final int LONGEST = 24;

  /// Only so many words of a message are allowed to be misspelt, far more than a person writes at
  /// once: a text of 50 KB then costs milliseconds. The words after them still count as written.
  private static final int MOST_WORDS = 500;

  /// No letter of any language.
  private static final char MARK = '\u0001';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final boolean message;
  private @Nullable State word;
  private String letters = "";

  /// Which letter the next form leaves out, -1 for none.
  private int leftOut;

  private int end;
  private int read;

  /// @param message whose words are kept as written too; else a rule's
  MisspeltFilter(TokenStream input, boolean message) {
    super(input);
    this.message = message;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (word != null && leftOut < end) {
      restoreState(word);
      takeForm();
      step.setPositionIncrement(0);
      return true;
    }
    word = null;
    if (!input.incrementToken()) {
      return false;
    }
    read++;
    // one shorter than the shortest: it may be such a word with a letter missing
    if (term.length() >= SHORTEST - 1) {
      letters = term.toString();
      leftOut = -1;
      boolean forgiven =
          read <= MOST_WORDS && letters.length() >= SHORTEST && letters.length() <= LONGEST;
      end = forgiven ? letters.length() : 0;
      word = captureState();
      if (!message) {
        takeForm();
      }
    }
    return true;
  }

  private void takeForm() {
    term.setEmpty().append(MARK).append(letters, 0, Math.max(0, leftOut));
    term.append(letters, leftOut + 1, letters.length());
    leftOut = leftOut < 0 ? 0 : afterRun(leftOut);
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
