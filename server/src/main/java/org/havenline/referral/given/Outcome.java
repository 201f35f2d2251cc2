package org.havenline.referral.given;

import java.time.Instant;
import java.util.Locale;

/// What became of a referral, as last heard.
///
/// @param by `service`, or the responder who heard it
/// @param reason in words; may be empty
public record Outcome(Kind kind, String reason, String by, Instant at) {
  /// As `by` when the service said so itself.
  public static final String SERVICE = "service";

  /// What.
  public enum Kind {
    ACCEPTED,
    DECLINED,
    NEEDS_MORE,
    NO_ANSWER,
    ARRIVED,
    DID_NOT_ARRIVE;

    /// As stored and in the API.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Kind parse(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Whether the need is answered by it, one way or the other.
    public boolean isFinal() {
      return this != NEEDS_MORE;
    }

    /// Whether what was asked for was not to be had.
    public boolean isUnmet() {
      return this == DECLINED || this == NO_ANSWER;
    }
  }
}
