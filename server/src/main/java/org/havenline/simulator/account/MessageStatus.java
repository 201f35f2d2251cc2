package org.havenline.simulator.account;

import java.util.Locale;

/// The states of a message that are played, in Twilio's words.
public enum MessageStatus {
  RECEIVED,
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  UNDELIVERED,
  FAILED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
