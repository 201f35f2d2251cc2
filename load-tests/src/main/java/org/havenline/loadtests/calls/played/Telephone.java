package org.havenline.loadtests.calls.played;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A responder's telephone: rings, is picked up, and takes every call by a 1.
final class Telephone extends Leg {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration KEY = Duration.ofMillis(1_500);

  private final String url;
  private final String callback;
  private final Duration ringing;

  /// @param url what is heard, and `callback` what is told, as the server gave them
  Telephone(
      String sid,
      String from,
      String to,
      String url,
      String callback,
      RandomGenerator random,
      Webhooks webhooks,
      Rooms rooms) {
    super(sid, from, to, "outbound-api", webhooks, rooms);
    this.url = url;
    this.callback = callback;
    this.ringing = Duration.ofMillis(500 + random.nextInt(2_500));
  }

  void rings() {
    tell("initiated");
    tell("ringing");
    if (await(ringing).isPresent()) {
      ends();
      tell("canceled");
      return;
    }
    tell("in-progress");
    hear(url, System.nanoTime());
    ends();
    tell("completed");
  }

  private void tell(String status) {
    ask(callback, status, Map.of("CallbackSource", "call-progress-events"), System.nanoTime());
  }

  @Override
  Optional<Duration> presses(int question) {
    return Optional.of(KEY);
  }

  @Override
  Duration stays() {
    return LONGEST;
  }

  @Override
  void talks() {}
}
