package org.havenline.routingconfig.risk;

import java.util.List;
import org.havenline.routingconfig.RiskLevel;

/// Words in one language that point at one danger.
///
/// @param language BCP 47 tag, or [#NEUTRAL] for signs that need no language
/// @param code what the words point at, one of [LevelTable#codes()]
/// @param query Lucene queries, any of which is enough; word groups are already written out
/// @param unlessAfter Lucene queries, such as words of negation: what is found does not count when
///   one of them stands up to two words before it, or among its words
/// @param unless Lucene queries, any of which takes the signal back wherever it stands
/// @param match texts the rule must find, the test of a rule and its best description
/// @param noMatch texts the rule must leave alone
/// @param file where the rule is written, for findings
/// @param line counted from 1
public record RiskRule(
    String id,
    String language,
    String code,
    RiskLevel level,
    List<String> query,
    List<String> unlessAfter,
    List<String> unless,
    List<String> match,
    List<String> noMatch,
    String author,
    ReviewState state,
    String file,
    int line) {
  /// The "language" of emoji, doses and times.
  public static final String NEUTRAL = "neutral";

  public RiskRule {
    query = List.copyOf(query);
    unlessAfter = List.copyOf(unlessAfter);
    unless = List.copyOf(unless);
    match = List.copyOf(match);
    noMatch = List.copyOf(noMatch);
  }

  /// The same without `unless` and `unless-after`: finds its words whatever stands with them.
  public RiskRule withoutExceptions() {
    return new RiskRule(
        id, language, code, level, query, List.of(), List.of(), match, noMatch, author, state, file,
        line);
  }
}
