package org.havenline.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.condition.Condition.Answer;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.LanguageNeed;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Rule;
import org.havenline.routingconfig.plan.Step;

/// The rules of one line, ready to decide. Pure: the same contact, table and arrival always give
/// the same decision, live, in a check and in a simulation.
public final class RoutingPlan {
  /// Of the translations: true when nobody can say when somebody will write.
  private static final String LONG_WAIT = "waitingLong";

  private final Plan plan;
  private final Map<String, Escalation> escalations;
  private final Mode mode;
  private final boolean down;

  private RoutingPlan(Plan plan, Map<String, Escalation> escalations, Mode mode, boolean down) {
    this.plan = plan;
    this.escalations = escalations;
    this.mode = mode;
    this.down = down;
  }

  /// The same rules while the switches stand so.
  ///
  /// @param down the line cannot answer: whoever writes is told the truth at once, and people on
  ///   call are paged at once; who is on duty all the same is still asked
  public RoutingPlan under(Mode mode, boolean down) {
    return new RoutingPlan(plan, escalations, mode, down);
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
        Mode.NORMAL,
        false);
  }

  public RoutingDecision decide(Triage triage, Instant arrived) {
    var attributes = triage.attributes(mode);
    var passed = new ArrayList<String>();
    for (var rule : plan.rules()) {
      var answer = rule.when().map(when -> when.ask(attributes)).orElse(Answer.YES);
      if (answer == Answer.YES) {
        return decision(rule, triage, arrived, passed);
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

  private RoutingDecision decision(Rule rule, Triage triage, Instant arrived, List<String> passed) {
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
        steps(rule, arrived),
        reasons);
  }

  private List<DueStep> steps(Rule rule, Instant arrived) {
    var escalation = escalations.get(rule.escalation());
    if (escalation == null) {
      throw new IllegalStateException("rule " + rule.id() + " was not checked: no escalation");
    }
    var steps =
        escalation.steps().stream()
            .map(step -> new DueStep(arrived.plus(step.after()), step.does()))
            .toList();
    return down ? whenDown(steps, arrived) : steps;
  }

  private static List<DueStep> whenDown(List<DueStep> steps, Instant arrived) {
    var all = new ArrayList<DueStep>();
    all.add(new DueStep(arrived, new Step.Tell(LONG_WAIT)));
    steps.stream()
        .map(DueStep::does)
        .filter(Step.Page.class::isInstance)
        .findFirst()
        .ifPresent(page -> all.add(new DueStep(arrived, page)));
    steps.stream().filter(step -> !(step.does() instanceof Step.Tell)).forEach(all::add);
    return all;
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
