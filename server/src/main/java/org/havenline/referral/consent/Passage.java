package org.havenline.referral.consent;

/// What the gate answers.
public sealed interface Passage permits Disclosure, Passage.Closed {
  /// Nothing may be told.
  ///
  /// @param reason in a sentence for staff; says nothing of her
  record Closed(String reason) implements Passage {}
}
