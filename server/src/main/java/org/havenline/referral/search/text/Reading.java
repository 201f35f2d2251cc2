package org.havenline.referral.search.text;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.havenline.words.AnyScript;
import org.havenline.words.OwnWords;

/// How the words of a search are read for a directory in certain languages. Costly to make.
///
/// @param languages with words of their own
/// @param own each field in the way of its language
/// @param telling words of any script, but those that say nothing in one of the languages
/// @param parts of these
public record Reading(Set<String> languages, Analyzer own, Analyzer telling, Analyzer parts) {
  public Reading {
    languages = Set.copyOf(languages);
  }

  public static Reading of(Set<String> languages) {
    CharArraySet stopWords = OwnWords.stopWords(languages);
    return new Reading(
        languages,
        new FieldWords(),
        AnyScript.wordsExcept(stopWords),
        AnyScript.fourGrams(stopWords));
  }
}
