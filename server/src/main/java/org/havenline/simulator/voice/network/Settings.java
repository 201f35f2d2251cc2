package org.havenline.simulator.voice.network;

import java.time.Duration;
import java.util.Map;
import org.havenline.simulator.voice.web.Disorder;

/// The account that is played.
///
/// @param authToken key of the signatures
/// @param numbers the account's own numbers, E.164; only these may be shown as caller
/// @param callsPerSecond how many REST calls start in a second; Twilio's usual is 1, the others
///   wait as `queued`
/// @param latency between a webhook and its effect
/// @param disorder of status callbacks
public record Settings(
    String accountSid,
    String authToken,
    Map<String, OwnNumber> numbers,
    int callsPerSecond,
    Duration latency,
    Disorder disorder) {
  private static final Duration USUAL_LATENCY = Duration.ofMillis(50);

  public Settings {
    numbers = Map.copyOf(numbers);
  }

  /// Twilio on a good day.
  public static Settings usual(String accountSid, String authToken, String number, OwnNumber own) {
    return new Settings(
        accountSid, authToken, Map.of(number, own), 1, USUAL_LATENCY, Disorder.NONE);
  }

  public Settings with(int callsPerSecond, Disorder disorder) {
    return new Settings(accountSid, authToken, numbers, callsPerSecond, latency, disorder);
  }

  /// Without the token.
  @Override
  public String toString() {
    return "Settings[" + accountSid + "]";
  }
}
