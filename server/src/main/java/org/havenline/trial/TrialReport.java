package org.havenline.trial;

import java.time.Instant;
import java.util.List;
import org.havenline.contact.ContactId;
import org.havenline.risk.Span;
import org.havenline.routingconfig.RiskLevel;

/// What changed rules would have decided otherwise. Holds ids, levels, counts and places; never a
/// word of a message.
///
/// @param since how far back it came
/// @param whole false when a limit ended it before the days were through
/// @param read messages whose text was read again
/// @param gone messages whose text is not there any more: a new rule or a changed query cannot be
///   tried on them, a removed rule and another level can
/// @param compared contacts
/// @param forgotten contacts of which nothing is kept any more
/// @param rise of the compared, how many would stand higher
/// @param fall how many lower
/// @param matrix every pair of levels that occurs, the most urgent first
/// @param moved the contacts that would stand at another level, at most [#MOST_MOVED]
/// @param rules those that were found in any contact, what changes most first
/// @param judgedBefore how the rules of then stand to what a person said
/// @param judgedAfter how the changed ones do
public record TrialReport(
    Instant since,
    boolean whole,
    int read,
    int gone,
    int compared,
    int forgotten,
    int rise,
    int fall,
    List<Step> matrix,
    List<Moved> moved,
    List<OfRule> rules,
    Agreement judgedBefore,
    Agreement judgedAfter) {
  /// So many contacts are named.
  public static final int MOST_MOVED = 200;

  /// So many contacts go from one level to another, or stay.
  public record Step(RiskLevel before, RiskLevel after, int contacts) {}

  /// A contact that would stand at another level.
  ///
  /// @param lost rules that are not found any more, or at another level
  public record Moved(
      ContactId contact, RiskLevel before, RiskLevel after, List<By> by, List<String> lost) {}

  /// A rule that was not found before, or at another level.
  ///
  /// @param message its number in the contact
  public record By(String rule, RiskLevel level, int message, List<Span> words) {}

  /// In how many contacts a rule was found, and in how many of those staff said so or not.
  public record OfRule(
      String rule,
      int before,
      int after,
      int confirmedBefore,
      int confirmedAfter,
      int correctedBefore,
      int correctedAfter) {}

  /// In how many contacts the rules say a higher, the same, a lower level than a person.
  public record Agreement(int higher, int same, int lower) {}
}
