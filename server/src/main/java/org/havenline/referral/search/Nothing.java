package org.havenline.referral.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Found.Instead;
import org.havenline.referral.search.answer.Hindrance;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.Wish;
import org.havenline.referral.search.find.Filters.Leniency;
import org.havenline.referral.search.find.Finder;
import org.havenline.referral.search.find.Finder.Best;
import org.havenline.referral.search.index.Refusals;
import org.havenline.referral.search.index.Snapshot;

/// Why nothing was found. What is never relaxed is only named: each such rule is left out once to
/// see whether anything were there, and that is shown to nobody.
final class Nothing {
  private static final int ALTERNATIVES = 3;

  private final Search search;
  private final Finder finder;
  private final Set<Hindrance> because = new HashSet<>();
  private final List<Instead> instead = new ArrayList<>();

  private Nothing(Search search, Finder finder) {
    this.search = search;
    this.finder = finder;
  }

  static Found.None explained(Search search, Finder finder, Matches matches, Snapshot snapshot)
      throws IOException {
    Nothing nothing = new Nothing(search, finder);
    nothing.rules();
    nothing.wishes(matches, snapshot);
    return new Found.None(nothing.because, nothing.instead);
  }

  private void rules() throws IOException {
    Set<Requirement> questions = Refusals.questions(search.person());
    // where nothing is left without all of them, none of them alone is the reason
    if (!finder.any(search, new Leniency(questions, true, true))) {
      return;
    }
    for (Requirement requirement : questions) {
      name(Leniency.on(requirement), new Hindrance.Refuses(requirement));
    }
    if (!search.where().avoid().isEmpty()) {
      name(new Leniency(Set.of(), true, false), new Hindrance.Avoided());
    }
    if (search.viewer() != Viewer.KEEPER) {
      name(new Leniency(Set.of(), false, true), new Hindrance.NotOffered());
    }
  }

  private void name(Leniency leniency, Hindrance hindrance) throws IOException {
    if (finder.any(search, leniency)) {
      because.add(hindrance);
    }
  }

  private void wishes(Matches matches, Snapshot snapshot) throws IOException {
    for (Wish wish : Wish.values()) {
      if (wish == Wish.WORDS && search.what().kinds().isEmpty()) {
        words();
      } else if (search.wishes(wish)) {
        Best best = finder.best(search.without(wish).first(ALTERNATIVES));
        if (best.total() > 0) {
          because.add(new Hindrance.NotAsWished(wish));
          instead.add(new Instead(wish, matches.of(best.documents(), snapshot)));
        }
      }
    }
  }

  /// Without her words nothing says what she needs: anything at all is no alternative.
  private void words() throws IOException {
    if (search.wishes(Wish.WORDS) && finder.any(search.without(Wish.WORDS), Leniency.NONE)) {
      because.add(new Hindrance.NotAsWished(Wish.WORDS));
    }
  }
}
