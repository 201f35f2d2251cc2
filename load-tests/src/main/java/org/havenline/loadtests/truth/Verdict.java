package org.havenline.loadtests.truth;

import java.util.Set;
import java.util.TreeSet;

/// What was promised against what is held.
///
/// @param lost acknowledged and nowhere to be found
/// @param twice there more than once, or announced more than once
/// @param unexpected there, though nobody sent it
public record Verdict(
    int sent, int promised, Set<String> lost, Set<String> twice, Set<String> unexpected) {

  public static Verdict of(Set<String> sent, Set<String> promised, Held held) {
    var lost = new TreeSet<>(promised);
    lost.removeAll(held.places().keySet());
    var twice = new TreeSet<String>();
    held.places()
        .forEach((sid, places) -> {
          if (places.size() > 1 || held.announced().getOrDefault(sid, 0) > 1) {
            twice.add(sid);
          }
        });
    var unexpected = new TreeSet<>(held.places().keySet());
    unexpected.removeAll(sent);
    return new Verdict(sent.size(), promised.size(), lost, twice, unexpected);
  }

  public boolean kept() {
    return lost.isEmpty() && twice.isEmpty() && unexpected.isEmpty();
  }

  /// For the log: numbers, and a few sids to look for when something is wrong.
  @Override
  public String toString() {
    return "%,d sent, %,d acknowledged: %s lost, %s twice, %s unexpected"
        .formatted(sent, promised, some(lost), some(twice), some(unexpected));
  }

  private static String some(Set<String> sids) {
    return sids.isEmpty() ? "0" : sids.size() + " " + sids.stream().limit(3).toList();
  }
}
