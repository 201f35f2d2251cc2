package org.havenline.risk;

import java.util.Locale;
import org.havenline.routingconfig.RiskLevel;

/// How labels and answers agree over some messages. Shares are 0 to 1, and NaN over nothing: a
/// comparison with a promise then fails, so that an empty set never passes.
final class Score {
  static final String HEADER =
      String.format("%-26s %8s %21s %21s %21s", "", "messages", "IMMEDIATE", "HIGH+", "raised");

  private int messages;
  private int immediate;
  private int immediateFound;
  private int high;
  private int highFound;
  private int raised;

  /// @param label what a person says
  /// @param answer what the rules say
  void add(RiskLevel label, RiskLevel answer) {
    messages++;
    immediate += label == RiskLevel.IMMEDIATE ? 1 : 0;
    immediateFound += label == RiskLevel.IMMEDIATE && answer == RiskLevel.IMMEDIATE ? 1 : 0;
    high += isHigh(label) ? 1 : 0;
    highFound += isHigh(label) && isHigh(answer) ? 1 : 0;
    raised += isHigh(answer) ? 1 : 0;
  }

  /// HIGH or IMMEDIATE.
  static boolean isHigh(RiskLevel level) {
    return level.or(RiskLevel.HIGH) == level;
  }

  /// The share of IMMEDIATE messages answered IMMEDIATE.
  double immediateRecall() {
    return share(immediateFound, immediate);
  }

  /// The share of messages at HIGH or above answered at HIGH or above.
  double highRecall() {
    return share(highFound, high);
  }

  /// The share of answers at HIGH or above that are deserved.
  double highPrecision() {
    return share(highFound, raised);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-26s %8d %21s %21s %21s",
        name,
        messages,
        part("found", immediateFound, immediate),
        part("found", highFound, high),
        part("right", highFound, raised));
  }

  private static String part(String what, int part, int whole) {
    return whole == 0
        ? "-"
        : String.format(Locale.ROOT, "%d/%d %s %5.1f %%", part, whole, what, 100.0 * part / whole);
  }
}
