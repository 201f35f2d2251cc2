package org.havenline.referral.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.havenline.referral.search.text.FieldWords;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Tokens;

/// What misspelt words may have meant. Only asked when nothing was found for them as typed, and for
/// a few words, since a guess costs a walk over neighbouring words.
final class Spelling {
  private static final int MOST_WORDS = 8;
  private static final String FIELD = Fields.TEXT + Fields.ANY;

  private final Analyzer words = new FieldWords();
  private final DirectSpellChecker checker = new DirectSpellChecker();

  Spelling() {
    checker.setMaxEdits(2);
    checker.setMinPrefix(1);
    checker.setMinQueryLength(4);
  }

  /// With words of the directory for those it does not have; empty if that changes nothing.
  Optional<String> mended(String text, IndexReader directory) throws IOException {
    List<String> typed = Tokens.of(words, FIELD, text);
    List<String> read = new ArrayList<>();
    for (String word : typed.subList(0, Math.min(MOST_WORDS, typed.size()))) {
      Term term = new Term(FIELD, word);
      SuggestWord[] near =
          directory.docFreq(term) > 0
              ? new SuggestWord[0]
              : checker.suggestSimilar(term, 1, directory, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
      read.add(near.length == 0 ? word : near[0].string);
    }
    return read.equals(typed) ? Optional.empty() : Optional.of(String.join(" ", read));
  }
}
