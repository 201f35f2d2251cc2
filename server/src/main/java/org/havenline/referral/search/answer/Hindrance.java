package org.havenline.referral.search.answer;

import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.search.ask.Wish;

/// What may leave nothing over.
public sealed interface Hindrance {
  /// Whom services take, and what they demand.
  record Refuses(Requirement on) implements Hindrance {}

  /// All that is left is where she must not be seen, or might be.
  record Avoided() implements Hindrance {}

  /// All that is left nobody has vetted, or it is closed.
  record NotOffered() implements Hindrance {}

  record NotAsWished(Wish wish) implements Hindrance {}
}
