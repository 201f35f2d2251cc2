package org.havenline.rehearsal.shown;

import java.util.Locale;

/// Figures as people read them.
final class Figure {
  private Figure() {}

  /// `20,013`
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `97.4 %`, of 0 to 1
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
