package org.havenline.referral.eligibility;

import java.util.OptionalInt;

/// Which children may come along with the person a service takes.
///
/// @param admitted whether any may come; [Answer#NOT_SAID] when the directory is silent
/// @param oldestBoy, oldestGirl full years, inclusive; empty when no limit is known. Many shelters
///   for women turn boys away from twelve or fourteen on
/// @param most how many of one family; empty when no limit is known
public record Children(
    Answer admitted, OptionalInt oldestBoy, OptionalInt oldestGirl, OptionalInt most) {
  public static final Children NOT_SAID =
      new Children(Answer.NOT_SAID, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
