package org.havenline.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.asking.Care;
import org.havenline.routingconfig.condition.Condition.Answer;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.LanguageNeed;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Rule;

/// The rules of one line, ready to decide. Pure: the same contact, table and arrival always give
/// the same decision, live, in a check and in a simulation.
public final class RoutingPlan {
  private final Plan plan;
  private final Map<String, Escalation> escalations;
  private final LanguageGraph understanding;

  private RoutingPlan(Plan plan, Map<String, Escalation> escalations, LanguageGraph understanding) {
    this.plan = plan;
    this.understanding = understanding;
    this.escalations = escalations;
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
        tables.understanding());
  }

  public RoutingDecision decide(Triage triage, Instant arrived) {
    var attributes = triage.attributes();
    var passed = new ArrayList<Answer>();
    for (var rule : plan.rules()) {
      var answer = rule.when().map(when -> when.ask(attributes)).orElse(Answer.YES);
      if (answer == Answer.YES) {
        return decision(rule, triage, arrived, passed);
      }
      passed.add(answer);
    }
    throw new IllegalStateException("plan " + plan.id() + " was not checked: no rule took all");
  }

  /// A contact as the matching wants it: with its decision, computed anew under this plan.
  public WaitingContact waiting(
      ContactId id, Triage triage, Instant arrived, int step, Set<ResponderId> askedAlready) {
    return new WaitingContact(
        id, triage, arrived, decide(triage, arrived), step, askedAlready, Set.of(), List.of());
  }

  /// What holds whichever rule matches.
  public Care care() {
    return plan.care();
  }

  private RoutingDecision decision(Rule rule, Triage triage, Instant arrived, List<Answer> passed) {
    var headStart = rule.headStart().of(triage.risk());
    return new RoutingDecision(
        rule.id(),
        rule.queue(),
        requirement(rule, triage),
        headStart,
        VirtualArrival.of(arrived, headStart, triage.risk()),
        rule.offerTimeout(),
        steps(rule, arrived),
        new RoutingDecision.Why(
            plan.rules(),
            passed.size(),
            List.copyOf(passed),
            rule.language() instanceof LanguageNeed.OfContact && !triage.languageKnown()),
        rule.order(),
        arrived.plus(plan.care().knownFirst()));
  }

  private Requirement requirement(Rule rule, Triage triage) {
    var languages = languages(rule.language(), triage);
    return new Requirement(
        languages,
        rule.level(),
        rule.skills(),
        triage.wishes(),
        triage.minor() ? plan.care().minorsNeed() : Map.of(),
        Stream.concat(languages.stream(), Stream.of(triage.language()))
            .distinct()
            .flatMap(language -> understanding.ways(language, triage.channel()))
            .toList());
  }

  private List<DueStep> steps(Rule rule, Instant arrived) {
    var escalation = escalations.get(rule.escalation());
    if (escalation == null) {
      throw new IllegalStateException("rule " + rule.id() + " was not checked: no escalation");
    }
    return escalation.steps().stream()
        .map(step -> new DueStep(arrived.plus(step.after()), step.does()))
        .toList();
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
