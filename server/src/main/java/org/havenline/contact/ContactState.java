package org.havenline.contact;

import java.util.Locale;

/// Where a contact is on its way.
public enum ContactState {
  /// In its place, waiting to be offered.
  QUEUED,
  /// One responder is being asked.
  OFFERED,
  /// A responder owns the conversation.
  CONNECTED,
  /// Ended; kept only for its retention time.
  CLOSED;

  /// As stored in Redis and shown in the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ContactState parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
