package org.havenline.referral.handover;

import java.net.URI;
import java.time.Duration;
import org.havenline.referral.consent.Disclosure;

/// A way to write an e-mail to a service. What it writes holds a link and neutral words, and
/// nothing of the person.
public interface Mail {
  /// Tries once.
  ///
  /// @param leave that the gate gave at this moment: without one, nothing can be written
  /// @param to the service's address
  Result send(Disclosure leave, String to, URI link);

  /// What became of one try.
  sealed interface Result {
    record Sent() implements Result {}

    /// It will never be taken.
    record Refused() implements Result {}

    /// It surely was not taken, and may be tried again.
    record Later(Duration pause) implements Result {}

    /// It may have been taken or not.
    record Unknown() implements Result {}
  }
}
