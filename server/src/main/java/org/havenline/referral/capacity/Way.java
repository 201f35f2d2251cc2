package org.havenline.referral.capacity;

import java.util.Locale;

/// By which way a service said it.
public enum Way {
  /// From its registered number.
  TEXT,
  /// By its private link.
  LINK,
  /// On the phone, to a member of staff.
  PHONE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
