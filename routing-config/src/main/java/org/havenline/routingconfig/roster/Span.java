package org.havenline.routingconfig.roster;

import java.time.Instant;
import java.util.List;
import org.havenline.routingconfig.oncall.Callee;

/// A time during which the same people are on call.
///
/// @param until not part of it
/// @param onCall nobody is a gap
public record Span(Instant from, Instant until, List<Callee> onCall) {

  public Interval time() {
    return new Interval(from, until);
  }
}
