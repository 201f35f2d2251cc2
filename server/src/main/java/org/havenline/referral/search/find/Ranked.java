package org.havenline.referral.search.find;

import org.havenline.referral.hours.OpenState;

/// A document that was found, and what its rank is made of.
///
/// @param document of the whole index
/// @param later put behind all others: open hours were wished, and are not said
/// @param rest of the score, without its text
/// @param text Lucene's score
/// @param named how exactly it was named, 0 to 1
/// @param km to it, or to the centre of its area; NaN where that is no question
public record Ranked(
    int document,
    boolean later,
    double rest,
    double text,
    double named,
    double km,
    OpenState opening)
    implements Comparable<Ranked> {
  double score() {
    return score(rest, text);
  }

  private static double score(double rest, double text) {
    return rest + Weights.WORDS * Weights.text(text);
  }

  /// Whether another of these figures is surely worse, told without making it.
  boolean beats(boolean otherLater, double otherRest, double otherText) {
    return later == otherLater ? score() > score(otherRest, otherText) : otherLater;
  }

  Ranked closer(double more) {
    return new Ranked(document, later, rest, text + more, named, km, opening);
  }

  /// Best first.
  @Override
  public int compareTo(Ranked other) {
    int group = Boolean.compare(later, other.later);
    int score = group != 0 ? group : Double.compare(other.score(), score());
    int words = score != 0 ? score : Double.compare(other.text, text);
    return words != 0 ? words : Integer.compare(document, other.document);
  }
}
