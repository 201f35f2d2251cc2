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
import org.havenline.routing.RoutingDecision.Why;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.asking.Care;
import org.havenline.routingconfig.choice.Choice;
import org.havenline.routingconfig.condition.Attributes;
import org.havenline.routingconfig.condition.Condition.Answer;
import org.havenline.routingconfig.hours.Holiday;
import org.havenline.routingconfig.hours.OpeningHours;
import org.havenline.routingconfig.language.LanguageGraph;
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
  private final OpeningHours hours;
  private final ZoneId zone;
  private final LanguageGraph understanding;
  private final Mode mode;
  private final boolean down;

  private RoutingPlan(
      Plan plan,
      Map<String, Escalation> escalations,
      OpeningHours hours,
      ZoneId zone,
      LanguageGraph understanding,
      Mode mode,
      boolean down) {
    this.plan = plan;
    this.escalations = escalations;
    this.hours = hours;
    this.zone = zone;
    this.understanding = understanding;
    this.mode = mode;
    this.down = down;
  }

  /// The same rules while the switches stand so.
  ///
  /// @param down the line cannot answer: whoever writes is told the truth at once, and people on
  ///   call are paged at once; who is on duty all the same is still asked
  public RoutingPlan under(Mode mode, boolean down) {
    return new RoutingPlan(plan, escalations, hours, zone, understanding, mode, down);
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
        described.timeZone(),
        tables.understanding(),
        Mode.NORMAL,
        false);
  }

  /// Whether the line is open to this channel.
  public boolean isOpen(Channel channel, Instant moment) {
    return hours.isOpen(channel, moment);
  }

  /// What conditions may ask about a contact.
  public Attributes attributes(Triage triage, Instant arrived) {
    return attributes(
        triage, arrived, hours.isOpen(triage.channel(), arrived), hours.holidayAt(arrived));
  }

  private Attributes attributes(
      Triage triage, Instant arrived, boolean open, Optional<Holiday> holiday) {
    return triage.attributes(open, holiday, arrived.atZone(zone), mode);
  }

  public RoutingDecision decide(Triage triage, Instant arrived) {
    var holiday = hours.holidayAt(arrived);
    boolean open = hours.isOpen(triage.channel(), arrived);
    var attributes = attributes(triage, arrived, open, holiday);
    var passed = new ArrayList<Answer>();
    for (var rule : plan.rules()) {
      var answer = rule.when().map(when -> when.ask(attributes)).orElse(Answer.YES);
      if (answer == Answer.YES) {
        var closed =
            open
                ? Optional.<String>empty()
                : Optional.of(
                    "the line is closed" + holiday.map(day -> ", " + day.name()).orElse(""));
        boolean anyLanguage =
            rule.language() instanceof LanguageNeed.OfContact && !triage.isLanguageKnown();
        var why = new Why(plan.rules(), passed.size(), List.copyOf(passed), anyLanguage, closed);
        return decision(rule, triage, arrived, holiday, why);
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

  /// What holds whichever rule matches.
  public Care care() {
    return plan.care();
  }

  private RoutingDecision decision(
      Rule rule, Triage triage, Instant arrived, Optional<Holiday> holiday, Why why) {
    var headStart = rule.headStart().of(triage.risk());
    return new RoutingDecision(
        rule.id(),
        rule.queue(),
        requirement(rule, triage),
        headStart,
        VirtualArrival.of(arrived, headStart, triage.risk()),
        rule.offerTimeout(),
        steps(rule, arrived, holiday),
        why,
        rule.order(),
        arrived.plus(plan.care().knownFirst()),
        rule.ask());
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

  private List<DueStep> steps(Rule rule, Instant arrived, Optional<Holiday> holiday) {
    var escalation = escalations.get(rule.escalation());
    if (escalation == null) {
      throw new IllegalStateException("rule " + rule.id() + " was not checked: no escalation");
    }
    var steps =
        escalation.steps().stream()
            .map(step -> new DueStep(arrived.plus(step.after()), onTheDay(step.does(), holiday)))
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
