package org.havenline.referral.capacity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What free places are counted in.
public enum Unit {
  WOMEN,
  MEN,
  FAMILIES,
  CHILDREN,
  BEDS,
  PLACES;

  /// `women`, in translations, documents and the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Unit> of(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word().equals(word)).findFirst();
  }

  /// People; a bed may be for any of them, so the one is not counted beside the other.
  boolean isPeople() {
    return this != BEDS && this != PLACES;
  }
}
