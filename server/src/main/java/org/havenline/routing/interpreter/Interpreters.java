package org.havenline.routing.interpreter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.routing.Proposal;
import org.havenline.routing.Triage;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.plan.Step;
import org.havenline.routingconfig.staff.LanguageLevel;

/// Who can interpret now, and what that changes for contacts whose escalation has come to an
/// interpreter step. Pure. Each interprets for one at a time.
///
/// While somebody can interpret, her language is no longer required of who answers; skills and
/// wishes are. A wish for a woman or a man holds also for a colleague who interprets; the table
/// says nothing of the gender of those called in, so the responder decides with the person. Nobody
/// of a community she avoids interprets.
public record Interpreters(List<Interpreter> free) {

  public Interpreters {
    free = List.copyOf(free);
  }

  public Interpreters without(String taken) {
    return new Interpreters(free.stream().filter(one -> !one.id().equals(taken)).toList());
  }

  /// The best speaker of her language, of equal ones the first by id.
  public Optional<Interpreter> of(Triage triage, LanguageLevel least) {
    return free.stream()
        .filter(one -> one.speaks(triage.language(), least) && one.maySitWith(triage))
        .min(
            Comparator.comparing((Interpreter one) -> one.level(triage.language()).orElseThrow())
                .thenComparing(Interpreter::id));
  }

  /// The contact as the matching is to see it: open to every language while somebody interprets,
  /// and then asked about one by one, since whoever interprets is kept for one pair.
  public WaitingContact widened(WaitingContact contact) {
    return wanted(contact).flatMap(step -> of(contact.triage(), step.level())).isPresent()
        ? contact.withDecision(contact.decision().inAnyLanguage()).asking(1)
        : contact;
  }

  /// The proposal with its interpreter, or as it was when none is needed; empty when the last one
  /// was taken meanwhile and the responder cannot do without.
  ///
  /// @param contact as it is, not widened
  /// @param speaks what the proposed responder speaks
  public Optional<Offering> accompany(
      Proposal proposal, WaitingContact contact, Map<String, LanguageLevel> speaks) {
    var step = wanted(contact);
    if (step.isEmpty() || speaksEnough(contact, speaks, step.get().level())) {
      return Optional.of(Offering.alone(proposal));
    }
    return of(contact.triage(), step.get().level())
        .map(interpreter -> Offering.together(proposal, interpreter))
        .or(() ->
            contact.requirement().languages().isEmpty()
                ? Optional.of(Offering.alone(proposal))
                : Optional.empty());
  }

  /// The step in force, unless nobody knows yet what would have to be interpreted.
  private static Optional<Step.Interpreter> wanted(WaitingContact contact) {
    return contact.triage().isLanguageKnown()
        ? contact.decision().interpreterAt(contact.step())
        : Optional.empty();
  }

  private static boolean speaksEnough(
      WaitingContact contact, Map<String, LanguageLevel> speaks, LanguageLevel level) {
    var requirement = contact.requirement();
    boolean hers =
        requirement
            .best(contact.triage().language(), speaks)
            .filter(has -> has.level().atLeast(level))
            .isPresent();
    return hers || (!requirement.languages().isEmpty() && requirement.spoken(speaks));
  }
}
