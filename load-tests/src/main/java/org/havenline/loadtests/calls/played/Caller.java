package org.havenline.loadtests.calls.played;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.havenline.loadtests.text.SignedForm;

/// Somebody who calls, chooses a language, waits for somebody, talks for a little while, and hangs
/// up; or hangs up before.
final class Caller extends Leg {
  private static final int TALK_SECONDS = 8;

  private final Duration choosing;
  private long until;
  private boolean met;

  /// @param patience how long she waits
  Caller(
      String sid,
      String from,
      Duration patience,
      RandomGenerator random,
      Webhooks webhooks,
      Rooms rooms) {
    super(sid, from, SignedForm.LINE, "inbound", webhooks, rooms);
    choosing = Duration.ofMillis(1_000 + random.nextInt(3_000));
    until = System.nanoTime() + patience.toNanos();
  }

  /// From the ringing to the end.
  ///
  /// @param due when she should have called
  void calls(long due) {
    hear("/twilio/voice", due);
    ask("/twilio/voice/status", "completed", Map.of(), System.nanoTime());
  }

  @Override
  Optional<Duration> presses(int question) {
    return question == 0 ? Optional.of(choosing) : Optional.empty();
  }

  @Override
  Duration stays() {
    return Duration.ofNanos(until - System.nanoTime());
  }

  @Override
  void talks() {
    if (!met) {
      met = true;
      until = System.nanoTime() + Duration.ofSeconds(TALK_SECONDS).toNanos();
    }
  }

  boolean hasMet() {
    return met;
  }
}
