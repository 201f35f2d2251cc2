package org.havenline.risk.words;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.words.WordBreaks;

/// The words of one language as rules and messages both see them. No stop words anywhere: "no",
/// "me" and "not" carry the meaning here.
public final class Words extends Analyzer {
  /// No word of any language is longer. One ligature may stand for eighteen letters, and Lucene
  /// refuses a whole message for one word of 32,766 bytes.
  private static final int LONGEST_WORD = 200;

  private final String language;
  private final Side side;
  private final NormalizeCharMap apostrophes;

  /// Whose words they are.
  public enum Side {
    MESSAGE,
    /// A rule's, with one wrong letter forgiven in long words.
    RULE,
    /// What takes a signal back, as written. There a word that is nearly the same would silence an
    /// alarm (Turkish "dövmüyor", does not hit, is one letter from "dövüyor").
    EXACT
  }

  public Words(String language, Side side) {
    this.language = language;
    this.side = side;
    this.apostrophes = apostrophes(language);
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(apostrophes, text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new ICUTokenizer(new WordBreaks());
    TokenStream plain = new TruncateTokenFilter(new ICUNormalizer2Filter(words), LONGEST_WORD);
    TokenStream known = stemmed(plain);
    return new TokenStreamComponents(
        words, side == Side.EXACT ? known : new MisspeltFilter(known, side == Side.MESSAGE));
  }

  private TokenStream stemmed(TokenStream words) {
    return switch (language.split("-", 2)[0]) {
      case "en" -> new PorterStemFilter(folded(words));
      case "es" -> new SpanishLightStemFilter(folded(words));
      case "fr" -> new FrenchLightStemFilter(folded(words));
      case "pt" -> new PortugueseLightStemFilter(folded(words));
      case "ru" -> folded(new RussianLightStemFilter(words));
      case "ar" -> arabic(words);
      case "fa", "prs" ->
          folded(new PersianNormalizationFilter(new ArabicNormalizationFilter(words)));
      case RiskRule.NEUTRAL -> new AnyNumberFilter(words);
      // ICU folding strips vowel signs of these scripts, which changes words
      case "hi",
          "ne",
          "bn",
          "ta",
          "te",
          "ur",
          "th",
          "km",
          "lo",
          "my",
          "ja",
          "zh",
          "ko",
          "am",
          "ti" ->
          words;
      default -> folded(words);
    };
  }

  private TokenStream arabic(TokenStream words) {
    return language.equals("ar")
        ? folded(new ArabicStemFilter(new ArabicNormalizationFilter(words)))
        : folded(words);
  }

  private static TokenStream folded(TokenStream words) {
    return new ICUFoldingFilter(words);
  }

  /// People leave apostrophes out ("dont", "пять"); after French and Italian ones a new word
  /// starts.
  private static NormalizeCharMap apostrophes(String language) {
    String instead = language.equals("fr") || language.equals("it") ? " " : "";
    var map = new NormalizeCharMap.Builder();
    for (String mark : new String[] {"'", "’", "‘", "ʼ", "`", "´", "＇"}) {
      map.add(mark, instead);
    }
    return map.build();
  }
}
