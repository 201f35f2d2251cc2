package org.havenline.referral.search.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
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
import org.apache.lucene.util.BytesRef;
import org.havenline.referral.search.text.Fields;
import org.jspecify.annotations.Nullable;

/// Finds what does not refuse a person.
final class TakingQuery extends Query {
  /// One column; cheaper than to measure a distance or to open hours.
  private static final float COST = 10;

  private final int[] any;
  private final int[] all;

  /// @param any bits of which one is enough to refuse her
  /// @param all bits that refuse her together; none of them when there are none
  TakingQuery(int[] any, int[] all) {
    this.any = any;
    this.all = all;
  }

  private boolean takes(BytesRef refused) {
    for (int bit : any) {
      if (isSet(refused, bit)) {
        return false;
      }
    }
    for (int bit : all) {
      if (!isSet(refused, bit)) {
        return true;
      }
    }
    return all.length == 0;
  }

  private static boolean isSet(BytesRef bits, int bit) {
    return (bits.bytes[bits.offset + (bit >> 3)] >> (bit & 7) & 1) != 0;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        BinaryDocValues column = DocValues.getBinary(leaf.reader(), Fields.REFUSES);
        DocIdSetIterator every = DocIdSetIterator.all(leaf.reader().maxDoc());
        TwoPhaseIterator taking =
            new TwoPhaseIterator(every) {
              @Override
              public boolean matches() throws IOException {
                return !column.advanceExact(every.docID()) || takes(column.binaryValue());
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
