package org.havenline.channel.voice.softphone;

import java.time.Instant;

/// Lets one browser be rung, and nothing else.
///
/// @param jwt whoever has it is rung in its place until it ends; never printed
/// @param until when it ends
public record CallToken(String jwt, Instant until) {
  @Override
  public String toString() {
    return "CallToken[until " + until + "]";
  }
}
