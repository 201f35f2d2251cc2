package org.havenline.referral.search.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.havenline.words.AnyScript;
import org.havenline.words.OwnWords;

/// Cuts each field the way of its language.
public final class FieldWords extends DelegatingAnalyzerWrapper {
  private final Analyzer anyScript = AnyScript.words();
  private final Analyzer parts = AnyScript.fourGrams(CharArraySet.EMPTY_SET);
  private final Map<String, Analyzer> own = new ConcurrentHashMap<>();

  public FieldWords() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    if (field.equals(Fields.PARTS)) {
      return parts;
    }
    String language = field.substring(field.indexOf('.') + 1);
    return language.equals(Fields.ANY)
        ? anyScript
        : own.computeIfAbsent(language, one -> OwnWords.of(one).orElse(anyScript));
  }
}
