package org.havenline.referral.search.find;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
import org.havenline.referral.hours.OpenState;
import org.jspecify.annotations.Nullable;

/// Finds what is open at a moment, opens within a time, or does not say.
final class OpenQuery extends Query {
  /// A look at one column and one array; what is cheaper to ask goes first.
  private static final float COST = 20;

  private final Doors doors;
  private final Instant moment;
  private final Duration wait;

  OpenQuery(Doors doors, Instant moment, Duration wait) {
    this.doors = doors;
    this.moment = moment;
    this.wait = wait;
  }

  private boolean fits(OpenState opening) {
    return switch (opening) {
      case OpenState.Open _, OpenState.NotSaid _ -> true;
      case OpenState.Closed(var next) ->
          next.filter(opens -> !opens.isAfter(moment.plus(wait))).isPresent();
    };
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Doors.Part part = doors.part(leaf.reader(), moment);
        DocIdSetIterator all = DocIdSetIterator.all(leaf.reader().maxDoc());
        TwoPhaseIterator open =
            new TwoPhaseIterator(all) {
              @Override
              public boolean matches() throws IOException {
                return fits(part.of(all.docID()));
              }

              @Override
              public float matchCost() {
                return COST;
              }
            };
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, open));
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
    return "open at " + moment + " or within " + wait;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpenQuery query
        && query.moment.equals(moment)
        && query.wait.equals(wait)
        && query.doors == doors;
  }

  @Override
  public int hashCode() {
    return Objects.hash(moment, wait);
  }
}
