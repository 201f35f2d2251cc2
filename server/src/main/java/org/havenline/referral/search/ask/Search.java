package org.havenline.referral.search.ask;

import java.time.Instant;
import org.havenline.referral.eligibility.Person;

/// One search. What of it is a wish is a [Wish]; all else is never relaxed.
///
/// @param limit results wanted, 1 to [#MOST]
public record Search(
    What what, Person person, Where where, Speech speech, When when, Viewer viewer, int limit) {
  public static final int MOST = 50;

  public Search {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is 1 to " + MOST + ", not " + limit);
    }
  }

  /// Anything for anybody, anywhere.
  public static Search all(Viewer viewer, Instant moment) {
    return new Search(
        What.ANYTHING, Person.UNKNOWN, Where.ANYWHERE, Speech.ANY, When.any(moment), viewer, 20);
  }

  public Search with(What other) {
    return new Search(other, person, where, speech, when, viewer, limit);
  }

  public Search with(Person other) {
    return new Search(what, other, where, speech, when, viewer, limit);
  }

  public Search with(Where other) {
    return new Search(what, person, other, speech, when, viewer, limit);
  }

  public Search with(Speech other) {
    return new Search(what, person, where, other, when, viewer, limit);
  }

  public Search with(When other) {
    return new Search(what, person, where, speech, other, viewer, limit);
  }

  public Search with(Viewer other) {
    return new Search(what, person, where, speech, when, other, limit);
  }

  public Search first(int wanted) {
    return new Search(what, person, where, speech, when, viewer, wanted);
  }

  /// Whether it was wished at all.
  public boolean wishes(Wish wish) {
    return switch (wish) {
      case WORDS -> !what.text().isEmpty() || !what.organization().isEmpty();
      case KIND -> !what.kinds().isEmpty();
      case NEAR -> where.near().isPresent() || !where.remoteToo();
      case LANGUAGE -> !speech.languages().isEmpty();
      case OPEN -> when.openWithin().isPresent();
    };
  }

  /// The same with one wish given up.
  public Search without(Wish wish) {
    return switch (wish) {
      case WORDS -> with(new What("", what.kinds(), ""));
      case KIND -> with(what.wider());
      case NEAR -> with(where.farther());
      case LANGUAGE -> with(Speech.ANY);
      case OPEN -> with(When.any(when.moment()));
    };
  }
}
