package org.havenline.referral.search.answer;

import java.util.OptionalInt;

/// How many services share something.
///
/// @param count of those whose place is public; empty when fewer than [#FEWEST]. Confidential
///   services are never counted, so that no two counts can give one away
public record Facet(String value, OptionalInt count) {
  /// The k of all our statistics.
  public static final int FEWEST = 11;
}
