package org.havenline.risk.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Writes every number as 0, so that the rule `0mg` finds any dose.
final class AnyNumberFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  AnyNumberFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] letters = term.buffer();
    int length = 0;
    for (int at = 0; at < term.length(); at++) {
      boolean number = Character.isDigit(letters[at]);
      if (!number || length == 0 || letters[length - 1] != '0') {
        letters[length++] = number ? '0' : letters[at];
      }
    }
    term.setLength(length);
    return true;
  }
}
