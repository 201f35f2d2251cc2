package org.havenline.referral.capacity.text;

import java.util.Set;
import org.havenline.referral.capacity.Figures;
import org.havenline.referral.capacity.Unit;

/// What a text from the number of a service comes to.
public sealed interface Said {
  /// So many are free.
  record Places(Figures figures) implements Said {}

  /// A number alone, of what was counted before.
  ///
  /// @param n 1 to 99
  record Alone(int n) implements Said {}

  record Full() implements Said {}

  /// Figures and units and nothing else, and yet not to be read one way only.
  ///
  /// @param named units it has, however they are meant
  record Unclear(Set<Unit> named) implements Said {
    public Unclear {
      named = Set.copyOf(named);
    }
  }

  /// Whatever else: it is for a person to read.
  record SomethingElse() implements Said {}
}
