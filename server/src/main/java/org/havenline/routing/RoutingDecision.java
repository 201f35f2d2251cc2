package org.havenline.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.havenline.routingconfig.plan.QueueId;
import org.havenline.routingconfig.plan.RuleId;
import org.havenline.routingconfig.plan.Step;

/// What to do with a contact.
///
/// @param requirement whom to ask before any step has come due
/// @param virtualArrival place in the queue in milliseconds: the smaller, the sooner
/// @param offerTimeout how long one responder is asked
/// @param steps in order of time
/// @param reasons in words, for staff: which rule, why, and which rules did not match
public record RoutingDecision(
    RuleId rule,
    QueueId queue,
    Requirement requirement,
    Duration headStart,
    long virtualArrival,
    Duration offerTimeout,
    List<DueStep> steps,
    List<String> reasons) {

  /// A step with the moment from which it is to be done.
  public record DueStep(Instant due, Step.Action does) {}

  public RoutingDecision {
    steps = List.copyOf(steps);
    reasons = List.copyOf(reasons);
  }

  /// The step by which somebody interprets once so many have come due, the last of them.
  public Optional<Step.Interpreter> interpreterAt(int stepsDue) {
    return steps.subList(0, Math.min(stepsDue, steps.size())).stream()
        .map(DueStep::does)
        .filter(Step.Interpreter.class::isInstance)
        .map(Step.Interpreter.class::cast)
        .reduce((_, later) -> later);
  }

  /// The same while it does not matter what a responder speaks.
  public RoutingDecision inAnyLanguage() {
    return new RoutingDecision(
        rule,
        queue,
        requirement.relaxed(new Step.Offer(Step.Language.ANY, Step.Skills.REQUIRED)),
        headStart,
        virtualArrival,
        offerTimeout,
        steps,
        reasons);
  }

  /// How many steps have come due: a contact's `step`.
  public int stepsDue(Instant now) {
    return (int) steps.stream().filter(step -> !step.due().isAfter(now)).count();
  }

  /// Whom to ask once so many steps have come due: the last offer among them says it whole.
  public Requirement requirementAt(int stepsDue) {
    var now = requirement;
    for (var step : steps.subList(0, Math.min(stepsDue, steps.size()))) {
      if (step.does() instanceof Step.Offer offer) {
        now = requirement.relaxed(offer);
      }
    }
    return now;
  }
}
