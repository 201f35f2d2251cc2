package org.havenline.simulator.trouble;

import java.time.Duration;

/// One way in which the network, or Twilio, may misbehave.
public sealed interface Trouble {
  /// Nothing is wrong.
  record None() implements Trouble {}

  /// REST answers this HTTP status and Twilio code.
  ///
  /// @param accepted whether the message goes out all the same
  record Status(int status, int code, boolean accepted) implements Trouble {}

  /// REST stays silent for this long, then hangs up.
  ///
  /// @param accepted whether the message goes out all the same
  record Stall(Duration time, boolean accepted) implements Trouble {}

  /// REST hangs up without an answer.
  ///
  /// @param accepted whether the message goes out all the same: the sender cannot know
  record Close(boolean accepted) implements Trouble {}

  /// REST accepts; the carrier fails later with this code.
  record Undelivered(int code) implements Trouble {}

  /// The right thing happens, this much later; between callbacks, this much apart.
  record Slow(Duration time) implements Trouble {}

  /// Webhook or callbacks are never posted: the truth is in the message list alone.
  record Drop() implements Trouble {}

  /// Each webhook or callback is posted this many times.
  record Repeat(int times) implements Trouble {}

  /// The callbacks of one message arrive in any order.
  record Shuffle() implements Trouble {}
}
