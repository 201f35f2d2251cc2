package org.havenline.simulator.voice.call;

import java.util.Locale;

/// States of a call as Twilio names them.
public enum CallStatus {
  QUEUED,
  INITIATED,
  RINGING,
  IN_PROGRESS,
  COMPLETED,
  BUSY,
  FAILED,
  NO_ANSWER,
  CANCELED;

  public boolean over() {
    return compareTo(COMPLETED) >= 0;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
