package org.havenline.referral.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.havenline.referral.search.answer.Facet;
import org.havenline.referral.search.index.Profile;
import org.havenline.referral.search.text.Fields;

/// Counts what was found by kind or language, leaving confidential services out; see [Facet].
final class Facets implements Collector {
  private final String field;
  private final Map<String, Integer> counts = new HashMap<>();

  private Facets(String field) {
    this.field = field;
  }

  static List<Facet> of(String field, Query query, IndexSearcher searcher) throws IOException {
    Facets counted = searcher.search(query, new OnePass(new Facets(field)));
    return counted.counts.entrySet().stream()
        .map(one -> facet(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparingInt((Facet one) -> -one.count().orElse(0))
                .thenComparing(Facet::value))
        .toList();
  }

  private static Facet facet(String value, int count) {
    return new Facet(value, count < Facet.FEWEST ? OptionalInt.empty() : OptionalInt.of(count));
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
    NumericDocValues profiles = DocValues.getNumeric(leaf.reader(), Fields.PROFILE);
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) {}

      @Override
      public void collect(int document) throws IOException {
        boolean confidential =
            profiles.advanceExact(document) && new Profile(profiles.longValue()).confidential();
        if (!confidential && values.advanceExact(document)) {
          for (int left = values.docValueCount(); left > 0; left--) {
            counts.merge(values.lookupOrd(values.nextOrd()).utf8ToString(), 1, Integer::sum);
          }
        }
      }
    };
  }

  private record OnePass(Facets counting) implements CollectorManager<Facets, Facets> {
    @Override
    public Facets newCollector() {
      return counting;
    }

    @Override
    public Facets reduce(Collection<Facets> one) {
      return counting;
    }
  }
}
