package org.havenline.words;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text in any language, folded as far as that merges no different words: what is
/// written with and without accents, with either of two keyboards, or in either Chinese script is
/// the same.
public final class AnyScript extends Analyzer {
  /// Folding strips vowel signs, tones and voicing marks, which changes words of these scripts, and
  /// makes и of й.
  private static final UnicodeSet FOLDED =
      new UnicodeSet(
              "[[:Deva:][:Beng:][:Guru:][:Gujr:][:Orya:][:Taml:][:Telu:][:Knda:][:Mlym:][:Sinh:]"
                  + "[:Thai:][:Laoo:][:Khmr:][:Mymr:][:Hira:][:Kana:]йїёЙЇЁ]")
          .complement()
          .freeze();

  private static final Normalizer2 FOLDING =
      new FilteredNormalizer2(ICUFoldingFilter.NORMALIZER, FOLDED);

  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  /// Amharic and Tigrinya write the same sound with several letters; seven vowels each.
  private static final String[][] HOMOPHONES = {
    {"ሐ", "ሀ"}, {"ኀ", "ሀ"}, {"ሠ", "ሰ"}, {"ዐ", "አ"}, {"ፀ", "ጸ"}
  };

  private static final int VOWELS = 7;

  /// No word is longer. Lucene refuses a whole document for one of 32,766 bytes.
  private static final int LONGEST_WORD = 100;

  /// Long enough to mean something, short enough to be the same in two forms of a word.
  private static final int GRAM = 4;

  private static final NormalizeCharMap LETTERS = letters();

  private final CharArraySet stopWords;
  private final boolean grams;

  private AnyScript(CharArraySet stopWords, boolean grams) {
    this.stopWords = stopWords;
    this.grams = grams;
  }

  public static AnyScript words() {
    return new AnyScript(CharArraySet.EMPTY_SET, false);
  }

  /// Without words that say nothing by themselves.
  public static AnyScript wordsExcept(CharArraySet stopWords) {
    return new AnyScript(stopWords, false);
  }

  /// Every four letters in a row, for languages whose endings nobody has written rules for; a
  /// shorter word as it is.
  public static AnyScript fourGrams(CharArraySet stopWords) {
    return new AnyScript(stopWords, true);
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(LETTERS, text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new ICUTokenizer(new WordBreaks());
    TokenStream plain = new TruncateTokenFilter(new ICUNormalizer2Filter(words), LONGEST_WORD);
    TokenStream telling = stopWords.isEmpty() ? plain : new StopFilter(plain, stopWords);
    TokenStream arabic =
        new PersianNormalizationFilter(new ArabicNormalizationFilter(new Simplified(telling)));
    TokenStream folded = new ICUFoldingFilter(new IndicNormalizationFilter(arabic), FOLDING);
    return new TokenStreamComponents(
        words, grams ? new NGramTokenFilter(folded, GRAM, GRAM, true) : folded);
  }

  /// Only Chinese words are looked up, which is ten times slower than all else.
  private static final class Simplified extends ConditionalTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Simplified(TokenStream words) {
      super(words, one -> new ICUTransformFilter(one, SIMPLIFIED));
    }

    @Override
    protected boolean shouldFilter() {
      return term.length() > 0 && Character.isIdeographic(Character.codePointAt(term, 0));
    }
  }

  private static NormalizeCharMap letters() {
    var map = new NormalizeCharMap.Builder();
    for (String[] pair : HOMOPHONES) {
      for (int vowel = 0; vowel < VOWELS; vowel++) {
        map.add(shifted(pair[0], vowel), shifted(pair[1], vowel));
      }
    }
    // joins letters of one word in Persian and Urdu, where people write a space as well
    map.add("\u200c", " ");
    return map.build();
  }

  private static String shifted(String letter, int vowel) {
    return String.valueOf((char) (letter.charAt(0) + vowel));
  }
}
