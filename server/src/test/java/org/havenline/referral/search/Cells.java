package org.havenline.referral.search;

import org.apache.lucene.util.SloppyMath;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;

/// The grids that confidential places of the tests are coarsened to.
final class Cells {
  private static final double TENTH = 0.1;

  private Cells() {}

  static Place.Area area(Point secret) {
    return area(secret, TENTH);
  }

  /// @param step of the grid, degrees
  static Place.Area area(Point secret, double step) {
    Point centre = new Point(middle(secret.latitude(), step), middle(secret.longitude(), step));
    double corner =
        SloppyMath.haversinMeters(
                centre.latitude(),
                centre.longitude(),
                centre.latitude() - step / 2,
                centre.longitude() - step / 2)
            / 1_000;
    return new Place.Area(centre, corner, "");
  }

  private static double middle(double degrees, double step) {
    return Math.round((Math.floor(degrees / step) + 0.5) * step * 100) / 100.0;
  }
}
