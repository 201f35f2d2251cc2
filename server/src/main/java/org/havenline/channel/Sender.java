package org.havenline.channel;

import java.time.Duration;
import java.util.Optional;

/// A way out to a person: Twilio for texts and WhatsApp, the page itself for web chat. It tries
/// once and says truthfully what became of it; the outbox decides what follows.
public interface Sender {

  Result send(OutboundMessage message);

  /// The provider's id of a message whose sending had an unknown result, if the provider has it.
  ///
  /// @throws RuntimeException when the provider cannot be asked now
  Optional<String> find(OutboundMessage message);

  /// What became of one try.
  sealed interface Result {
    /// The provider has it and will deliver; `sid` is its id.
    record Accepted(String sid) implements Result {}

    /// The provider will never send this; `code` as in Twilio's error dictionary, 0 if it gave
    /// none.
    record Refused(int code) implements Result {}

    /// It surely was not accepted and may be tried again after `pause`: too many requests, or no
    /// connection was made.
    record Busy(Duration pause) implements Result {}

    /// It may or may not have been accepted: a timeout or a 5xx after it left. Never resent
    /// blindly.
    record Unknown() implements Result {}
  }
}
