package org.havenline.simulator.voice.network;

import java.util.Optional;

/// What is set for a number of the account; all by POST.
///
/// @param fallbackUrl asked when the first cannot be had
/// @param statusCallback told when a call to the number has ended
public record OwnNumber(
    String voiceUrl, Optional<String> fallbackUrl, Optional<String> statusCallback) {
  public static OwnNumber at(String voiceUrl) {
    return new OwnNumber(voiceUrl, Optional.empty(), Optional.empty());
  }
}
