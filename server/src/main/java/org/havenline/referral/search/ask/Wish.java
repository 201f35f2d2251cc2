package org.havenline.referral.search.ask;

/// What may be given up, one at a time, when nothing is found. Whom a service takes, what it
/// demands, where she must not be seen and whether it is vetted are no wishes.
public enum Wish {
  WORDS,
  /// Given up for the kind above it, else for any.
  KIND,
  NEAR,
  LANGUAGE,
  OPEN
}
