package org.havenline.benchmark.solr;

import java.util.Locale;
import org.havenline.benchmark.solr.Engine.Seen;

/// Whether two engines find the same: else their speed says nothing.
final class Sameness {
  /// Two ways to measure a distance may part on the circle itself.
  private static final double ASKED = 0.99;

  private int searches;
  private int totals;
  private int whole;
  private int sets;

  /// @param shown how many of the found are shown at most
  void add(Seen one, Seen other, int shown) {
    searches++;
    totals += one.total() == other.total() ? 1 : 0;
    if (Math.max(one.total(), other.total()) <= shown) {
      whole++;
      sets += one.free().keySet().equals(other.free().keySet()) ? 1 : 0;
    }
  }

  boolean good() {
    return totals >= ASKED * searches && sets >= ASKED * whole;
  }

  String told() {
    return String.format(
        Locale.ROOT,
        "%d of %d totals; %d of %d sets that are shown whole",
        totals,
        searches,
        sets,
        whole);
  }
}
