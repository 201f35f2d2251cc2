package org.havenline.referral.handover;

import java.net.URI;
import java.time.Instant;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.given.Option;

/// What came of sending something.
public sealed interface Sending {
  /// She is told; `n` is the number of the message in her conversation.
  record Texted(int n) implements Sending {}

  /// What may be said by phone now, and to whom.
  record Say(Disclosure told, Option service) implements Sending {}

  /// The link is shown this once.
  record Linked(URI link, Instant until) implements Sending {
    @Override
    public String toString() {
      return "Linked[until " + until + "]";
    }
  }

  /// It waits to be sent.
  record Mailed() implements Sending {}

  /// @param reason a sentence for staff, which says nothing of her
  record No(String reason) implements Sending {}

  /// There is no such referral, or it is not theirs.
  record NotThere() implements Sending {}
}
