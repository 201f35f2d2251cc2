package org.havenline.referral.search.ask;

import java.util.List;
import java.util.Optional;

/// Where a service may be.
///
/// @param near within this circle; empty for anywhere
/// @param remoteToo also those by phone or online, which are as near as her phone
/// @param avoid never within any of these, such as around her employer. A confidential place is
///   left out if its area may touch one, and so is a place the directory does not tell
public record Where(Optional<Circle> near, boolean remoteToo, List<Circle> avoid) {
  public static final int MOST_AVOIDED = 10;
  public static final Where ANYWHERE = new Where(Optional.empty(), true, List.of());

  public Where {
    avoid = List.copyOf(avoid);
    if (avoid.size() > MOST_AVOIDED) {
      throw new IllegalArgumentException("No more than " + MOST_AVOIDED + " areas to avoid");
    }
  }

  public static Where near(Circle circle) {
    return new Where(Optional.of(circle), true, List.of());
  }

  /// However far, nearest first.
  Where farther() {
    return new Where(near.map(circle -> new Circle(circle.centre(), Circle.MOST)), true, avoid);
  }

  public Where notIn(Circle... circles) {
    return new Where(near, remoteToo, List.of(circles));
  }
}
