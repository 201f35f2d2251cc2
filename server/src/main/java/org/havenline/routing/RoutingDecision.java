package org.havenline.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.routingconfig.asking.AskOrder;
import org.havenline.routingconfig.condition.Condition.Answer;
import org.havenline.routingconfig.plan.QueueId;
import org.havenline.routingconfig.plan.Rule;
import org.havenline.routingconfig.plan.RuleId;
import org.havenline.routingconfig.plan.Step;

/// What to do with a contact.
///
/// @param requirement whom to ask before any step has come due
/// @param virtualArrival place in the queue in milliseconds: the smaller, the sooner
/// @param offerTimeout how long one responder is asked
/// @param steps in order of time
/// @param why which rule, and which rules did not match
/// @param order whom to ask first before any step has come due
/// @param knownUntil till when who answered her before comes first
/// @param ask how many to ask at once before any step has come due
public record RoutingDecision(
    RuleId rule,
    QueueId queue,
    Requirement requirement,
    Duration headStart,
    long virtualArrival,
    Duration offerTimeout,
    List<DueStep> steps,
    Why why,
    AskOrder order,
    Instant knownUntil,
    int ask) {

  /// A step with the moment from which it is to be done.
  public record DueStep(Instant due, Step.Action does) {}

  /// The ground of a decision. Words are made of it only when somebody reads them: for most of ten
  /// thousand who wait nobody does.
  ///
  /// @param passed how the rules before it answered, in their order
  /// @param anyLanguage whether her language would be needed but is not known
  /// @param closed that the line was closed when she arrived, in words
  public record Why(
      List<Rule> rules,
      int matched,
      List<Answer> passed,
      boolean anyLanguage,
      Optional<String> closed) {}

  public RoutingDecision {
    steps = List.copyOf(steps);
  }

  /// In words, for staff: which rule, why, and which rules did not match.
  public List<String> reasons() {
    var reasons = new ArrayList<String>();
    var condition = why.rules().get(why.matched()).when();
    reasons.add(
        "rule "
            + rule
            + " matches: "
            + condition.map(Object::toString).orElse("it takes everyone"));
    reasons.add("needs " + requirement);
    if (why.anyLanguage()) {
      reasons.add("her language is not known, so anyone may answer");
    }
    why.closed().ifPresent(reasons::add);
    for (int i = 0; i < why.matched(); i++) {
      var passed = why.rules().get(i);
      reasons.add(
          "rule "
              + passed.id()
              + (why.passed().get(i) == Answer.NO ? " does not match: " : " has no answer: ")
              + passed.when().map(Object::toString).orElse(""));
    }
    return List.copyOf(reasons);
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
        requirement.relaxed(
            new Step.Offer(
                Step.Language.ANY,
                Step.Skills.REQUIRED,
                Step.Breaks.REQUIRED,
                Optional.empty(),
                1)),
        headStart,
        virtualArrival,
        offerTimeout,
        steps,
        why,
        order,
        knownUntil,
        ask);
  }

  /// How many steps have come due: a contact's `step`.
  public int stepsDue(Instant now) {
    return (int) steps.stream().filter(step -> !step.due().isAfter(now)).count();
  }

  /// Whom to ask once so many steps have come due: the last offer among them says it whole.
  public Requirement requirementAt(int stepsDue) {
    return offerAt(stepsDue).map(requirement::relaxed).orElse(requirement);
  }

  /// Whom to ask first once so many steps have come due.
  AskOrder orderAt(int stepsDue) {
    return offerAt(stepsDue).flatMap(Step.Offer::order).orElse(order);
  }

  /// How many to ask at once once so many steps have come due.
  public int askAt(int stepsDue) {
    return Math.max(ask, offerAt(stepsDue).map(Step.Offer::ask).orElse(1));
  }

  /// Whether those whose break is due are spared once so many steps have come due.
  public boolean sparesAt(int stepsDue) {
    return offerAt(stepsDue).map(offer -> offer.breaks() == Step.Breaks.REQUIRED).orElse(true);
  }

  private Optional<Step.Offer> offerAt(int stepsDue) {
    for (int i = Math.min(stepsDue, steps.size()) - 1; i >= 0; i--) {
      if (steps.get(i).does() instanceof Step.Offer offer) {
        return Optional.of(offer);
      }
    }
    return Optional.empty();
  }
}
