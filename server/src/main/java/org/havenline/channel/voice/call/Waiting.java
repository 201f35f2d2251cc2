package org.havenline.channel.voice.call;

import java.util.Optional;
import java.util.OptionalLong;
import org.havenline.contact.Contact;
import org.havenline.conversation.SafeTimes;

/// A call with all that decides what its caller hears next, at one moment.
///
/// @param contact her person has open
/// @param safe until when she may be written to or rung
/// @param before how many wait before her; empty when she is not in the queue
public record Waiting(
    Call call, Optional<Contact> contact, SafeTimes.Noted safe, OptionalLong before) {
  /// The same, with what has become of her contact meanwhile.
  public Waiting with(Optional<Contact> now) {
    return new Waiting(call, now, safe, before);
  }
}
