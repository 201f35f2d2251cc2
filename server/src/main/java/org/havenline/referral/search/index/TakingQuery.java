package org.havenline.referral.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Finds what does not refuse a person.
final class TakingQuery extends Query {
  /// A column or a few; cheaper than to measure a distance or to open hours.
  private static final float COST = 10;

  /// Of a service without the column nothing is known: nobody is sent there.
  private static final long REFUSES_ALL = -1;

  private final long[] any;
  private final long[] all;

  /// @param any bits of which one is enough to refuse her, as the columns have them
  /// @param all bits that refuse her together; none of them when there are none
  TakingQuery(long[] any, long[] all) {
    this.any = any;
    this.all = all;
  }

  /// Only columns in which there is something to ask.
  private List<Column> columns(LeafReader reader) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < any.length; at++) {
      if ((any[at] | all[at]) != 0) {
        NumericDocValues refused = DocValues.getNumeric(reader, Refusals.column(at));
        columns.add(new Column(refused, any[at], all[at]));
      }
    }
    return columns;
  }

  private record Column(NumericDocValues refused, long any, long all) {}

  private static boolean takes(List<Column> columns, boolean together, int document)
      throws IOException {
    boolean all = together;
    for (Column column : columns) {
      long refused =
          column.refused.advanceExact(document) ? column.refused.longValue() : REFUSES_ALL;
      if ((refused & column.any) != 0) {
        return false;
      }
      all &= (refused & column.all) == column.all;
    }
    return !all;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        List<Column> columns = columns(leaf.reader());
        boolean together = Arrays.stream(all).anyMatch(bits -> bits != 0);
        DocIdSetIterator every = DocIdSetIterator.all(leaf.reader().maxDoc());
        TwoPhaseIterator taking =
            new TwoPhaseIterator(every) {
              @Override
              public boolean matches() throws IOException {
                return takes(columns, together, every.docID());
              }

              @Override
              public float matchCost() {
                return COST;
              }
            };
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, taking));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "taking her";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TakingQuery query
        && Arrays.equals(query.any, any)
        && Arrays.equals(query.all, all);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(any) + Arrays.hashCode(all);
  }
}
