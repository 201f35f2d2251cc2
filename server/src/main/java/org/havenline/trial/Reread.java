package org.havenline.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.Signal;
import org.havenline.routingconfig.RiskLevel;

/// One contact read again. Holds ids, levels and places, and no word of it.
///
/// @param before what was decided by the rules of then
/// @param after what the changed rules say
/// @param places rule → number of the message in which it was found first
/// @param read messages whose text was still there
/// @param gone messages compared by their signals alone
/// @param verdicts rule → whether staff confirmed it
/// @param judged the level a person gave it, unless messages came after that
record Reread(
    ContactId contact,
    RiskAssessment before,
    RiskAssessment after,
    Map<String, Integer> places,
    int read,
    int gone,
    Map<String, Boolean> verdicts,
    Optional<RiskLevel> judged) {

  boolean isMoved() {
    return before.level() != after.level();
  }

  boolean rises() {
    return after.level().compareTo(before.level()) < 0;
  }

  /// What the changed rules found and those of then did not, or at another level.
  List<Signal> gained() {
    return after.signals().stream()
        .filter(signal ->
            before.signals().stream()
                .noneMatch(
                    old -> old.ruleId().equals(signal.ruleId()) && old.level() == signal.level()))
        .toList();
  }

  /// Rules that are not found any more, or at another level.
  List<String> lost() {
    return before.signals().stream()
        .filter(signal ->
            after.signals().stream()
                .noneMatch(
                    now -> now.ruleId().equals(signal.ruleId()) && now.level() == signal.level()))
        .map(Signal::ruleId)
        .toList();
  }

  static RiskAssessment parse(String encoded) {
    return encoded.isEmpty() ? RiskAssessment.none() : RiskAssessment.parse(encoded);
  }

  /// Empty while messages came that nobody has judged.
  static Optional<RiskLevel> judged(Contact.Understanding known) {
    return known.judged() && parse(known.unjudged()).signals().isEmpty()
        ? Optional.of(known.risk())
        : Optional.empty();
  }
}
