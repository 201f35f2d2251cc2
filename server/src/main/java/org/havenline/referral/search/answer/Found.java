package org.havenline.referral.search.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.referral.search.ask.Wish;

/// What became of a search.
public sealed interface Found {
  /// @param matches best first
  /// @param total of which these are the first
  /// @param readAs the words as they were read, where nothing was found for them as typed
  record Some(List<Match> matches, int total, Optional<String> readAs) implements Found {
    public Some {
      matches = List.copyOf(matches);
    }
  }

  /// An honest none.
  ///
  /// @param because each of these alone leaves nothing; empty when only several together do
  /// @param instead what there is if one wish is given up
  record None(Set<Hindrance> because, List<Instead> instead) implements Found {
    public None {
      because = Set.copyOf(because);
      instead = List.copyOf(instead);
    }
  }

  /// @param matches the nearest to what was asked
  record Instead(Wish of, List<Match> matches) {
    public Instead {
      matches = List.copyOf(matches);
    }
  }

  /// Not searched, or not to the end.
  ///
  /// @param passing whether the same may be found a moment later
  record Refused(String what, String remedy, boolean passing) implements Found {}
}
