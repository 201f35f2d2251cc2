package org.havenline.referral.search.answer;

import java.util.List;
import java.util.Set;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.eligibility.Fit.Requirement;

/// A service that may take her.
///
/// @param askFirst what neither the directory nor she has said: to be asked before she is sent
public record Match(ServiceAtLocation service, List<Reason> reasons, Set<Requirement> askFirst) {
  public Match {
    reasons = List.copyOf(reasons);
    askFirst = Set.copyOf(askFirst);
  }
}
