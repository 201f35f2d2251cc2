package org.havenline.referral.eligibility;

/// What a person brings that a place must be able to receive.
public enum Need {
  PREGNANCY,
  WHEELCHAIR,
  BLINDNESS,
  DEAFNESS,
  LEARNING_DISABILITY,
  PET
}
