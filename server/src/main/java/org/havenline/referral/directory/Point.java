package org.havenline.referral.directory;

/// A place on the Earth, WGS 84.
///
/// @param latitude degrees, -90 to 90
/// @param longitude degrees, -180 to 180
public record Point(double latitude, double longitude) {
  public Point {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("not a place on the Earth");
    }
  }
}
