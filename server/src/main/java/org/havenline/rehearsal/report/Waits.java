package org.havenline.rehearsal.report;

import java.time.Duration;
import java.util.List;
import org.havenline.rehearsal.play.Fate;

/// How a group of contacts fared. Waits are in seconds, of those who were answered, until somebody
/// took them; shares are of all in the group, 0 to 1.
///
/// @param p50 half of those answered waited no longer
/// @param within share answered within the scenario's time
/// @param inHerLanguage share of those answered, their language known, whose responder speaks it
public record Waits(
    String group,
    int contacts,
    int answered,
    int gaveUp,
    int notAnswered,
    double p50,
    double p90,
    double p99,
    double longest,
    double within,
    double inHerLanguage) {

  static Waits of(String group, List<Fate> fates, Duration within) {
    var answered = fates.stream().filter(Fate::answered).toList();
    var waits =
        answered.stream()
            .map(Fate::waited)
            .mapToDouble(wait -> wait.toMillis() / 1000.0)
            .sorted()
            .toArray();
    long soon = answered.stream().filter(one -> one.waited().compareTo(within) <= 0).count();
    var known = answered.stream().filter(Fate::languageKnown).toList();
    return new Waits(
        group,
        fates.size(),
        answered.size(),
        count(fates, Fate.End.GAVE_UP),
        count(fates, Fate.End.NOT_ANSWERED),
        percentile(waits, 0.5),
        percentile(waits, 0.9),
        percentile(waits, 0.99),
        percentile(waits, 1),
        share((double) soon, fates.size()),
        share((double) known.stream().filter(Fate::inHerLanguage).count(), known.size()));
  }

  private static int count(List<Fate> fates, Fate.End end) {
    return (int) fates.stream().filter(one -> one.end() == end).count();
  }

  /// Nearest rank: a wait that somebody really had.
  static double percentile(double[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
  }

  static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  public double gaveUpShare() {
    return share(gaveUp, contacts);
  }
}
