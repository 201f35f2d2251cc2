package org.havenline.simulator.webhook;

/// How a webhook ended.
///
/// @param status HTTP status of the last answer; 0 when there was none
/// @param attempts 0 when a trouble kept it from being posted at all
public record Outcome(int status, int attempts) {
  static final int NO_ANSWER = 0;

  /// Not even a connection: only this does Twilio try again by itself.
  static final int NO_CONNECTION = -1;

  static final Outcome NEVER_POSTED = new Outcome(NO_ANSWER, 0);
}
