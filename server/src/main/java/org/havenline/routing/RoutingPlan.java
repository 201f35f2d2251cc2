package org.havenline.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.choice.Choice;
import org.havenline.routingconfig.condition.Attributes;
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
  private final ZoneId zone;

  private RoutingPlan(
      Plan plan, Map<String, Escalation> escalations, OpeningHours hours, ZoneId zone) {
    this.plan = plan;
    this.zone = zone;
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
        tables.hours(described),
        described.timeZone());
  }

  /// What conditions may ask about a contact.
  public Attributes attributes(Triage triage, Instant arrived) {
    return triage.attributes(
        hours.isOpen(triage.channel(), arrived), hours.holidayAt(arrived), arrived.atZone(zone));
  }

  public RoutingDecision decide(Triage triage, Instant arrived) {
    var holiday = hours.holidayAt(arrived);
    boolean open = hours.isOpen(triage.channel(), arrived);
    var attributes = attributes(triage, arrived);
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

  /// Which choices among responders follow one another for a contact: that of its rule and those of
  /// the moves of its escalation. Before the rule's come those that are due, in their order.
  ///
  /// @param stepsDue how many steps have come due
  public Choices choices(RoutingDecision decision, int stepsDue) {
    var all = new ArrayList<Choice>();
    all.add(rule(decision).choice());
    int current = 0;
    for (int i = 0; i < decision.steps().size(); i++) {
      if (decision.steps().get(i).does() instanceof Step.Move(var choice, _)) {
        all.add(choice);
        current += i < stepsDue ? 1 : 0;
      }
    }
    return new Choices(List.copyOf(all), current);
  }

  /// Her place in the queue once so many steps have come due. No move puts her back.
  public long virtualArrivalAt(
      RoutingDecision decision, int stepsDue, Instant arrived, RiskLevel risk) {
    return decision.steps().stream()
        .limit(stepsDue)
        .flatMap(step ->
            step.does() instanceof Step.Move move
                ? move.headStart().stream()
                : Stream.<Duration>empty())
        .mapToLong(start -> VirtualArrival.of(arrived, start, risk))
        .reduce(decision.virtualArrival(), Math::min);
  }

  /// @param current index of the one in force, unless it is passed over
  public record Choices(List<Choice> all, int current) {}

  private Rule rule(RoutingDecision decision) {
    return plan.rules().stream()
        .filter(rule -> rule.id().equals(decision.rule()))
        .findFirst()
        .orElseThrow();
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
    if (rule.language() instanceof LanguageNeed.OfContact && !triage.isLanguageKnown()) {
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
          triage.isLanguageKnown() ? List.of(triage.language()) : List.of();
      case LanguageNeed.OneOf(var languages) -> languages;
      case LanguageNeed.Any() -> List.of();
    };
  }
}
