package org.havenline.referral.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.havenline.words.AnyScript;

/// Words of a text.
public final class Tokens {
  private static final Analyzer PLAIN = AnyScript.words();

  /// Longer names are never typed in full.
  private static final int LONGEST_KEY = 200;

  private Tokens() {}

  public static List<String> of(Analyzer words, String field, String text) {
    List<String> found = new ArrayList<>();
    try (TokenStream stream = words.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        found.add(term.toString());
      }
      stream.end();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The whole text as one word, however it is spaced, accented and capitalised.
  public static String key(String text) {
    String key = String.join(" ", of(PLAIN, Fields.EXACT_NAME, text));
    return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
  }
}
