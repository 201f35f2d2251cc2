package org.havenline.referral.eligibility;

/// What a person says of herself; what papers say is nobody's business here.
public enum Gender {
  WOMAN,
  MAN,
  NON_BINARY
}
