package org.havenline.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizerConfig;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Words as ICU itself cuts them, with its dictionaries for Thai, Khmer, Burmese, Lao and Chinese.
/// Lucene's own configuration loads rules compiled for one version of ICU and fails with another
/// ("Header authentication failed": Lucene 10.3 with ICU 79).
public final class WordBreaks extends ICUTokenizerConfig {
  private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

  @Override
  public RuleBasedBreakIterator getBreakIterator(int script) {
    return (RuleBasedBreakIterator) WORDS.clone();
  }

  @Override
  public String getType(int script, int ruleStatus) {
    return StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM];
  }

  @Override
  public boolean combineCJ() {
    return true;
  }
}
