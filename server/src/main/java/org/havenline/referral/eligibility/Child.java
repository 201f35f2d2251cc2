package org.havenline.referral.eligibility;

/// A child who comes along.
///
/// @param age full years, 0 to 17
public record Child(Gender gender, int age) {
  public Child {
    if (age < 0 || age > 17) {
      throw new IllegalArgumentException("a child is 0 to 17 years old, not " + age);
    }
  }
}
