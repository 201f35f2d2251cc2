package org.havenline.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.condition.Condition.Answer;
import org.havenline.routingconfig.hours.Holiday;
import org.havenline.routingconfig.hours.OpeningHours;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.LanguageNeed;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Rule;
import org.havenline.routingconfig.plan.Step;

/// The rules of one line, ready to decide. Pure: the same contact, table and arrival always give
/// the same decision, live, in a check and in a simulation.
public final class RoutingPlan {
  private final Plan plan;
  private final Map<String, Escalation> escalations;
  private final OpeningHours hours;

  private RoutingPlan(Plan plan, Map<String, Escalation> escalations, OpeningHours hours) {
    this.plan = plan;
    this.escalations = escalations;
    this.hours = hours;
  }

  /// Takes from checked tables what one line needs.
  ///
  /// @param line as named in the table
  /// @throws java.util.NoSuchElementException when the table has no such line
  public static RoutingPlan of(RoutingTables tables, String line) {
    var described =
        tables.lines().stream().filter(one -> one.id().equals(line)).findFirst().orElseThrow();
    return new RoutingPlan(
        tables.plan(described.plan()),
        tables.escalations().stream()
            .collect(Collectors.toUnmodifiableMap(Escalation::id, Function.identity())),
        tables.hours(described));
  }

  public RoutingDecision decide(Triage triage, Instant arrived) {
    var holiday = hours.holidayAt(arrived);
    boolean open = hours.isOpen(triage.channel(), arrived);
    var attributes = triage.attributes(open, holiday);
    var passed = new ArrayList<String>();
    for (var rule : plan.rules()) {
      var answer = rule.when().map(when -> when.ask(attributes)).orElse(Answer.YES);
      if (answer == Answer.YES) {
        if (!open) {
          passed.addFirst("the line is closed" + holiday.map(day -> ", " + day.name()).orElse(""));
        }
        return decision(rule, triage, arrived, holiday, passed);
      }
      passed.add(
          "rule "
              + rule.id()
              + (answer == Answer.NO ? " does not match: " : " has no answer: ")
              + rule.when().map(Object::toString).orElse(""));
    }
    throw new IllegalStateException("plan " + plan.id() + " was not checked: no rule took all");
  }

  /// A contact as the matching wants it: with its decision, computed anew under this plan.
  public WaitingContact waiting(
      ContactId id, Triage triage, Instant arrived, int step, Set<ResponderId> askedAlready) {
    return new WaitingContact(
        id, triage, arrived, decide(triage, arrived), step, askedAlready, Set.of());
  }

  private RoutingDecision decision(
      Rule rule, Triage triage, Instant arrived, Optional<Holiday> holiday, List<String> passed) {
    var headStart = rule.headStart().of(triage.risk());
    var requirement =
        new Requirement(
            languages(rule.language(), triage), rule.level(), rule.skills(), triage.wishes());
    var reasons = new ArrayList<String>();
    reasons.add(
        "rule "
            + rule.id()
            + " matches: "
            + rule.when().map(Object::toString).orElse("it takes everyone"));
    reasons.add("needs " + requirement);
    if (rule.language() instanceof LanguageNeed.OfContact && !triage.languageKnown()) {
      reasons.add("her language is not known, so anyone may answer");
    }
    reasons.addAll(passed);
    return new RoutingDecision(
        rule.id(),
        rule.queue(),
        requirement,
        headStart,
        VirtualArrival.of(arrived, headStart, triage.risk()),
        rule.offerTimeout(),
        steps(rule, arrived, holiday),
        reasons);
  }

  private List<DueStep> steps(Rule rule, Instant arrived, Optional<Holiday> holiday) {
    var escalation = escalations.get(rule.escalation());
    if (escalation == null) {
      throw new IllegalStateException("rule " + rule.id() + " was not checked: no escalation");
    }
    return escalation.steps().stream()
        .map(step -> new DueStep(arrived.plus(step.after()), onTheDay(step.does(), holiday)))
        .toList();
  }

  private static Step.Action onTheDay(Step.Action does, Optional<Holiday> holiday) {
    return does instanceof Step.Tell tell && holiday.isPresent() ? tell.on(holiday.get()) : does;
  }

  private static List<String> languages(LanguageNeed need, Triage triage) {
    return switch (need) {
      case LanguageNeed.OfContact() ->
          triage.languageKnown() ? List.of(triage.language()) : List.of();
      case LanguageNeed.OneOf(var languages) -> languages;
      case LanguageNeed.Any() -> List.of();
    };
  }
}
