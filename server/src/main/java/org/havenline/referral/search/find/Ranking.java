package org.havenline.referral.search.find;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.havenline.referral.hours.OpenState;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.index.Profile;
import org.havenline.referral.search.text.Fields;

/// Weighs everything that is found and keeps the best. See [Weights].
final class Ranking implements Collector {
  private static final double HOUR = 3_600;

  private final Search search;
  private final Doors doors;
  private final int keep;
  private final PriorityQueue<Ranked> best = new PriorityQueue<>(Comparator.reverseOrder());
  private int total;

  Ranking(Search search, Doors doors, int keep) {
    this.search = search;
    this.doors = doors;
    this.keep = keep;
  }

  List<Ranked> best() {
    List<Ranked> sorted = new ArrayList<>(best);
    sorted.sort(Comparator.naturalOrder());
    return sorted;
  }

  int total() {
    return total;
  }

  @Override
  public ScoreMode scoreMode() {
    return search.what().text().isEmpty() ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.COMPLETE;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    return new Part(leaf);
  }

  private final class Part implements LeafCollector {
    private final int base;
    private final NumericDocValues profiles;
    private final SortedNumericDocValues spots;
    private final Doors.Part openings;
    private final Voices voices;
    private Scorable scorer =
        new Scorable() {
          @Override
          public float score() {
            return 0;
          }
        };

    Part(LeafReaderContext leaf) throws IOException {
      this.base = leaf.docBase;
      this.profiles = DocValues.getNumeric(leaf.reader(), Fields.PROFILE);
      this.spots = DocValues.getSortedNumeric(leaf.reader(), Fields.SPOT);
      this.openings = doors.part(leaf.reader(), search.when().moment());
      this.voices = new Voices(leaf.reader(), search.speech());
    }

    @Override
    public void setScorer(Scorable given) {
      this.scorer = given;
    }

    @Override
    public void collect(int document) throws IOException {
      total++;
      Profile profile = new Profile(profiles.advanceExact(document) ? profiles.longValue() : 0);
      OpenState opening = openings.of(document);
      double km = km(document);
      double score = scorer.score();
      int step = (int) (score / TextQuery.NAMED_STEP);
      double named = step == 0 ? 0 : 0.7 + 0.1 * step;
      double rest =
          Weights.NAMED * named
              + Weights.OPEN * open(opening)
              + Weights.NEAR * near(profile, km)
              + Weights.PLACES * places(profile)
              + Weights.LANGUAGE * voices.directness(document, profile)
              + Weights.FRESH * fresh(profile)
              + Weights.UNCONDITIONAL * (profile.unconditional() ? 1 : 0);
      boolean later =
          search.when().openWithin().isPresent() && opening instanceof OpenState.NotSaid;
      double text = score - step * TextQuery.NAMED_STEP;
      if (best.size() < keep || !best.element().beats(later, rest, text)) {
        keep(new Ranked(base + document, later, rest, text, named, km, opening));
      }
    }

    private double km(int document) throws IOException {
      Optional<Circle> near = search.where().near();
      if (near.isEmpty() || !spots.advanceExact(document)) {
        return Double.NaN;
      }
      return WithinQuery.km(near.get().centre(), spots.nextValue());
    }
  }

  private void keep(Ranked one) {
    if (best.size() < keep) {
      best.add(one);
    } else if (one.compareTo(best.element()) < 0) {
      best.remove();
      best.add(one);
    }
  }

  private double open(OpenState opening) {
    return switch (opening) {
      case OpenState.Open _ -> 1;
      case OpenState.NotSaid() -> Weights.MAYBE_OPEN;
      case OpenState.Closed(var next) ->
          next.map(opens -> opens.getEpochSecond() - search.when().moment().getEpochSecond())
              .map(wait -> Math.max(0, 1 - wait / HOUR / Weights.SOON_HOURS))
              .orElse(0.0);
    };
  }

  private double near(Profile profile, double km) {
    if (search.where().near().isEmpty()) {
      return 0;
    }
    return profile.remote() ? Weights.REMOTE : Double.isNaN(km) ? 0 : Weights.near(km);
  }

  private double places(Profile profile) {
    if (!profile.reportsPlaces()) {
      return 0;
    }
    double trust =
        Weights.fading(
            (double) profile.hoursSinceReport(search.when().moment()), Weights.HALF_HOURS);
    return profile.places() > 0 ? trust : -trust;
  }

  private double fresh(Profile profile) {
    return profile.checked()
        ? Weights.fading((double) profile.daysSinceCheck(search.when().moment()), Weights.HALF_DAYS)
        : 0;
  }
}
