package org.havenline.referral.search.kept;

import java.util.Collections;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.SloppyMath;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;

/// A service as it was before a change, or is after it.
///
/// @param words all terms of its document
public record Form(ServiceAtLocation service, Set<Term> words) {
  private static final double METRES = 1_000;

  /// Coordinates are rounded in the index.
  private static final double ROUNDED_KM = 1;

  /// Whether a search may find it. What takes long to tell is not asked, so some that it cannot
  /// find are said to be found; none is ever missed.
  ///
  /// @param asked terms of which it must have one; none if the search has no words
  boolean mayBeFound(Search search, Set<Term> asked) {
    return (search.viewer() == Viewer.KEEPER || service.standing().status() == Status.ACTIVE)
        && isOfKind(search.what().kinds())
        && search.where().near().filter(circle -> !mayTouch(circle)).isEmpty()
        && (asked.isEmpty() || !Collections.disjoint(asked, words));
  }

  private boolean isOfKind(Set<ServiceKind> kinds) {
    return kinds.isEmpty()
        || service.kinds().stream()
            .anyMatch(own ->
                kinds.stream().anyMatch(kind -> (own.code() + ".").startsWith(kind.code() + ".")));
  }

  private boolean mayTouch(Circle circle) {
    return switch (service.place()) {
      case Place.At at -> km(circle, at.point()) <= circle.km() + ROUNDED_KM;
      case Place.Area area ->
          km(circle, area.centre()) <= circle.km() + area.radiusKm() + 2 * ROUNDED_KM;
      case Place.Remote _, Place.NotSaid _ -> true;
    };
  }

  private static double km(Circle circle, Point point) {
    Point centre = circle.centre();
    return SloppyMath.haversinMeters(
            centre.latitude(), centre.longitude(), point.latitude(), point.longitude())
        / METRES;
  }
}
