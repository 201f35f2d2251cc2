package org.havenline.referral.search.text;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Words that one searcher is asked for again and again, as to explain a none: they are looked up
/// once.
public final class SameWords extends Query {
  private final Query words;
  private final Map<ScoreMode, Weight> lookedUp = new EnumMap<>(ScoreMode.class);

  /// @param words rewritten
  public SameWords(Query words) {
    this.words = words;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight known = lookedUp.get(mode);
    if (known == null) {
      known = words.createWeight(searcher, mode, boost);
      lookedUp.put(mode, known);
    }
    return known;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    words.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return words.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SameWords same && same.words.equals(words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }
}
