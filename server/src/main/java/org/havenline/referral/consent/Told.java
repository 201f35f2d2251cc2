package org.havenline.referral.consent;

import java.util.Locale;

/// What may be told of a person, each only if she said so. There is no field for papers, status or
/// offences, and there never is to be one.
public enum Told {
  /// A first name, or one she made up.
  NAME,
  /// A number at which it is safe to call her.
  PHONE,
  LANGUAGES,
  CHILDREN,
  NEEDS,
  /// Anything else, in her words.
  NOTE;

  /// As stored and in the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Told parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
