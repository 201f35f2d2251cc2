package org.havenline.places;

import java.util.Optional;
import org.havenline.channel.InboundMessage;
import org.havenline.lane.Claim;

/// Hears a text before it becomes part of a contact.
@FunctionalInterface
public interface Hearing {
  /// Nobody listens: every text goes its way.
  Hearing NONE = (_, _, _) -> new Outcome.ForAPerson();

  /// @param claim on the lane that the message heads
  /// @param inConversation whether who wrote it has a contact that is open
  Outcome hear(Claim claim, InboundMessage message, boolean inConversation);

  /// What became of it.
  sealed interface Outcome {
    /// It goes the way of every text.
    record ForAPerson() implements Outcome {}

    /// It is done with and off its lane; `next` is the same writer's next message.
    record Done(Optional<Claim> next) implements Outcome {}

    /// Another worker has the lane.
    record Lost() implements Outcome {}
  }
}
