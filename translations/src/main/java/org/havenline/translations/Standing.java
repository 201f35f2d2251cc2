package org.havenline.translations;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.arb.Review;

/// How the texts of one locale stand, for staff.
///
/// @param locale BCP 47 tag
/// @param reviews how many of its texts are how far
/// @param gaps keys it lacks, in order; a person gets those in another language
public record Standing(String locale, Map<Review.State, Integer> reviews, List<String> gaps) {
  public Standing {
    reviews = Map.copyOf(reviews);
    gaps = List.copyOf(gaps);
  }

  /// @param keys that the locale should have
  static Standing of(ArbFile file, Iterable<String> keys) {
    var reviews = new EnumMap<Review.State, Integer>(Review.State.class);
    for (var state : Review.State.values()) {
      reviews.put(state, 0);
    }
    file.entries()
        .values()
        .forEach(entry -> reviews.merge(entry.notes().review().state(), 1, Integer::sum));
    var gaps = new ArrayList<String>();
    for (var key : keys) {
      if (!file.entries().containsKey(key)) {
        gaps.add(key);
      }
    }
    return new Standing(file.locale(), reviews, gaps);
  }

  /// Texts of the locale that are this far.
  public int count(Review.State state) {
    return reviews.getOrDefault(state, 0);
  }
}
