package org.havenline.referral.search.ask;

import org.havenline.referral.directory.Point;

/// All within a distance of a place.
///
/// @param km [#LEAST] to [#MOST]; nearer than the least is taken as the least, since addresses are
///   no more exact than that
public record Circle(Point centre, double km) {
  public static final double LEAST = 1;
  public static final double MOST = 20_000;

  public Circle {
    if (!(km > 0 && km <= MOST)) {
      throw new IllegalArgumentException("A distance is a number of kilometres from 1 to 20000");
    }
    km = Math.max(LEAST, km);
  }

  /// @param place latitude and longitude in degrees, `37.56,-122.32`
  /// @throws IllegalArgumentException what is wrong, for people
  public static Circle read(String place, String km) {
    String[] parts = place.split(",", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("A place is latitude,longitude, such as 37.56,-122.32");
    }
    return new Circle(
        new Point(number(parts[0], "A latitude"), number(parts[1], "A longitude")),
        number(km, "A distance"));
  }

  private static double number(String text, String what) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " is a number, not \"" + text + "\"", e);
    }
  }
}
