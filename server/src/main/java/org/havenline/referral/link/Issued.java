package org.havenline.referral.link;

import java.time.Instant;

/// A link just made.
///
/// @param token 43 letters, digits, `-` and `_`, the end of its address; shown once, kept nowhere
public record Issued(String token, Instant until) {
  @Override
  public String toString() {
    return "Issued[until " + until + "]";
  }
}
