package org.havenline.referral.imports.report;

/// One thing that was repaired or rejected. Holds no value: what is repaired may be an address that
/// nobody may see.
///
/// @param field empty when it is about the whole row
/// @param reason in one sentence
public record Finding(Kind kind, Origin origin, String field, String reason) {
  /// What was done.
  public enum Kind {
    REPAIRED,
    REJECTED
  }

  /// `file|kind|field|reason`: the same for all that say the same of different rows.
  public String group() {
    return "%s|%s|%s|%s".formatted(origin.file(), kind, field, reason);
  }

  @Override
  public String toString() {
    return origin + (field.isEmpty() ? "" : ", " + field) + ": " + reason;
  }
}
