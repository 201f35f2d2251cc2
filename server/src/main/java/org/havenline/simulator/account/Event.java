package org.havenline.simulator.account;

/// Something that happened, numbered from 1 without a gap.
public record Event(long number, Kind kind, Message message) {
  /// What happened to the message.
  public enum Kind {
    /// Written by a phone, or accepted from the server.
    MESSAGE,
    /// Another delivery state, or the answer of the webhook.
    CHANGED,
    /// Deleted by REST or with its phone.
    REMOVED
  }
}
