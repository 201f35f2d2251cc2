package org.havenline.channel;

import java.time.Instant;
import org.havenline.contact.LineId;
import org.havenline.contact.MessageId;

/// One message to be sent, complete: what the outbox hands to a sender.
///
/// @param notAfter after this moment it may not be sent any more: a late answer can be read by the
///   wrong person
public record OutboundMessage(
    LineId line, MessageId id, Address from, Address to, String text, Instant notAfter) {
  @Override
  public String toString() {
    return "OutboundMessage[" + id + " by " + to.channel() + "]";
  }
}
