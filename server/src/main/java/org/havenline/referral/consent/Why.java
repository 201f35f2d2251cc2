package org.havenline.referral.consent;

import java.util.Locale;

/// What a consent is for. One for the one is none for the other.
public enum Why {
  /// That the service may take her in or help her.
  HELP,
  /// That the service may be asked what became of it.
  FOLLOW_UP;

  /// As stored and in the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Why parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
