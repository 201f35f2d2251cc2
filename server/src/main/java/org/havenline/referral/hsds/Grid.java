package org.havenline.referral.hsds;

import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;

/// The fixed grid that confidential places are known by: cells of 0.1 degrees, some 11 km from
/// south to north. Every place in a cell has the same centre, so that nothing computed from it
/// tells two of them apart.
public final class Grid {
  private static final double CELLS_PER_DEGREE = 10;
  private static final double EARTH_KM = 6371.0088;

  private Grid() {}

  /// @param name what may be told of the area; may be empty
  public static Place.Area area(Point exact, String name) {
    double south = south(exact.latitude(), 90);
    double west = south(exact.longitude(), 180);
    var centre = new Point(middle(south), middle(west));
    double radius =
        Math.max(
            kilometres(centre, new Point(south, west)),
            kilometres(centre, new Point(Math.min(90, south + 1 / CELLS_PER_DEGREE), west)));
    return new Place.Area(centre, Math.ceil(radius * 10) / 10, name);
  }

  /// The lower edge of a cell; the last cell ends at the limit.
  private static double south(double degrees, double limit) {
    double cell = Math.floor(degrees * CELLS_PER_DEGREE);
    return Math.min(cell, limit * CELLS_PER_DEGREE - 1) / CELLS_PER_DEGREE;
  }

  private static double middle(double edge) {
    return Math.round((edge + 0.5 / CELLS_PER_DEGREE) * 100) / 100.0;
  }

  /// Great-circle distance (haversine).
  private static double kilometres(Point from, Point to) {
    double up = Math.toRadians(to.latitude() - from.latitude()) / 2;
    double across = Math.toRadians(to.longitude() - from.longitude()) / 2;
    double h =
        Math.pow(Math.sin(up), 2)
            + Math.cos(Math.toRadians(from.latitude()))
                * Math.cos(Math.toRadians(to.latitude()))
                * Math.pow(Math.sin(across), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
