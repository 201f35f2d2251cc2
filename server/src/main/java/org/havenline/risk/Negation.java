package org.havenline.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.monitor.HighlightsMatch.Hit;

/// Takes back what was found where it is denied: "I am not in danger", "he never hits me".
final class Negation {
  /// So many words before the first one found a "not" still reaches.
  private static final int REACH = 3;

  /// Words of one finding stand no further apart; more apart, they are two findings.
  private static final int APART = 8;

  private Negation() {}

  /// The words that stay. Each finding is judged alone: "I was not in danger, now I am in danger"
  /// keeps the second.
  static List<Hit> standing(Collection<Hit> words, Collection<Hit> negations) {
    List<Hit> standing = new ArrayList<>();
    List<Hit> finding = new ArrayList<>();
    for (Hit word : words.stream().sorted().toList()) {
      if (!finding.isEmpty() && word.startPosition() - finding.getLast().endPosition() > APART) {
        keep(finding, negations, standing);
      }
      finding.add(word);
    }
    keep(finding, negations, standing);
    return standing;
  }

  private static void keep(List<Hit> finding, Collection<Hit> negations, List<Hit> standing) {
    boolean denied =
        negations.stream()
            // a "not" that is itself a word of the rule ("not allowed out") denies nothing
            .filter(not -> !finding.contains(not))
            .anyMatch(not ->
                not.startPosition() >= finding.getFirst().startPosition() - REACH
                    && not.startPosition() < finding.getLast().startPosition());
    if (!denied) {
      standing.addAll(finding);
    }
    finding.clear();
  }
}
