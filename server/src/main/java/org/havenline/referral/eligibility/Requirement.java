package org.havenline.referral.eligibility;

/// The questions on which a service and a person may not fit.
public enum Requirement {
  GENDER,
  TRANS,
  AGE,
  CHILDREN,
  NEED,
  EXPLOITATION,
  CONDITION
}
