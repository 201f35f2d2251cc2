package org.havenline.referral.search.find;

import java.io.IOException;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.geo.Rectangle;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.SloppyMath;
import org.havenline.referral.directory.Point;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.index.Profile;
import org.havenline.referral.search.text.Fields;
import org.jspecify.annotations.Nullable;

/// Finds what is in a circle, or may be: of a confidential place only its area is known.
///
/// The index is asked for a box around it, then the distance of each service that all else has left
/// is measured. Lucene's own query cuts every circle into 4,096 boxes first, which took more than
/// half of the time of a search.
final class WithinQuery extends Query {
  private static final double METRES = 1_000;

  /// Two columns and a little trigonometry.
  private static final float COST = 40;

  private final Circle circle;
  private final Query box;

  private WithinQuery(Circle circle, Query box) {
    this.circle = circle;
    this.box = box;
  }

  /// @param widestKm the largest radius of a confidential area that there is
  static Query of(Circle circle, int widestKm) {
    Point centre = circle.centre();
    Rectangle around =
        Rectangle.fromPointDistance(
            centre.latitude(), centre.longitude(), (circle.km() + widestKm) * METRES);
    Query box =
        LatLonPoint.newBoxQuery(
            Fields.POINT, around.minLat, around.maxLat, around.minLon, around.maxLon);
    return new WithinQuery(circle, box);
  }

  /// @param spot a value of the column [Fields#SPOT]
  static double km(Point from, long spot) {
    return SloppyMath.haversinMeters(
            from.latitude(),
            from.longitude(),
            GeoEncodingUtils.decodeLatitude((int) (spot >> Integer.SIZE)),
            GeoEncodingUtils.decodeLongitude((int) spot))
        / METRES;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight boxed =
        searcher.createWeight(searcher.rewrite(box), ScoreMode.COMPLETE_NO_SCORES, boost);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        ScorerSupplier inBox = boxed.scorerSupplier(leaf);
        if (inBox == null) {
          return null;
        }
        return new ScorerSupplier() {
          @Override
          public Scorer get(long lead) throws IOException {
            DocIdSetIterator near = inBox.get(lead).iterator();
            return new ConstantScoreScorer(score(), mode, measured(near, leaf));
          }

          @Override
          public long cost() {
            return inBox.cost();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private TwoPhaseIterator measured(DocIdSetIterator near, LeafReaderContext leaf)
      throws IOException {
    SortedNumericDocValues spots = DocValues.getSortedNumeric(leaf.reader(), Fields.SPOT);
    NumericDocValues profiles = DocValues.getNumeric(leaf.reader(), Fields.PROFILE);
    return new TwoPhaseIterator(near) {
      @Override
      public boolean matches() throws IOException {
        int document = near.docID();
        if (!spots.advanceExact(document) || !profiles.advanceExact(document)) {
          return false;
        }
        int radius = new Profile(profiles.longValue()).radiusKm();
        return km(circle.centre(), spots.nextValue()) <= circle.km() + radius;
      }

      @Override
      public float matchCost() {
        return COST;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "within " + circle;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WithinQuery query
        && query.circle.equals(circle)
        && query.box.equals(box);
  }

  @Override
  public int hashCode() {
    return circle.hashCode();
  }
}
