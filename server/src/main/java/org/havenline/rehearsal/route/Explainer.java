package org.havenline.rehearsal.route;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.contact.ContactId;
import org.havenline.rehearsal.play.Matcher;
import org.havenline.rehearsal.play.Words;
import org.havenline.rehearsal.route.Explanation.Candidate;
import org.havenline.rehearsal.route.Explanation.Due;
import org.havenline.rehearsal.route.Explanation.Looked;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Requirement;
import org.havenline.routing.RoutingDecision;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.plan.Rule;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Role;

/// Asks the server's own decision and matching about one contact, and says why.
public final class Explainer {
  private static final ContactId ID = new ContactId("asked");

  private final RoutingTables tables;
  private final Question question;
  private final RoutingPlan plan;
  private final Line line;
  private final RoutingDecision decision;

  private Explainer(RoutingTables tables, Question question) {
    this.tables = tables;
    this.question = question;
    this.plan = RoutingPlan.of(tables, question.line()).under(question.mode(), false);
    this.line =
        tables.lines().stream()
            .filter(one -> one.id().equals(question.line()))
            .findFirst()
            .orElseThrow();
    this.decision = plan.decide(question.triage(), question.at());
  }

  /// @throws java.util.NoSuchElementException when the tables have no such line
  public static Explanation of(RoutingTables tables, Question question) {
    return new Explainer(tables, question).explain();
  }

  private Explanation explain() {
    return new Explanation(
        line.name(),
        shown(question.at()),
        Words.contact(question.triage()),
        rules(),
        tables.queue(decision.queue()).name(),
        place(),
        decision.requirement().toString(),
        Words.time(decision.offerTimeout()),
        decision.askAt(0),
        answering().map(this::candidate).toList(),
        IntStream.range(0, decision.steps().size()).mapToObj(this::due).toList());
  }

  private String shown(Instant time) {
    ZoneId zone = line.timeZone();
    return time.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString();
  }

  /// Which rule matched is for the decision to say; why, for its condition.
  private List<Looked> rules() {
    var all = new ArrayList<Looked>();
    for (var rule : tables.plan(line.plan()).rules()) {
      boolean matches = rule.id().equals(decision.rule());
      all.add(new Looked(rule.id().value(), matches, because(rule)));
      if (matches) {
        break;
      }
    }
    return all;
  }

  private List<String> because(Rule rule) {
    return rule.when()
        .map(when -> when.because(plan.attributes(question.triage(), question.at())))
        .orElse(List.of("it takes everyone"));
  }

  private String place() {
    var earlier =
        decision.headStart().isZero()
            ? "by her arrival"
            : "as if she had come "
                + Words.time(decision.headStart())
                + " earlier, at "
                + shown(question.at().minus(decision.headStart()));
    return question.triage().risk() == RiskLevel.IMMEDIATE
        ? "before all who are not IMMEDIATE; among those " + earlier
        : earlier;
  }

  private Stream<Responder> answering() {
    return tables.responders().stream().filter(one -> one.roles().contains(Role.RESPONDER));
  }

  private WaitingContact after(int steps) {
    return plan.waiting(ID, question.triage(), question.at(), steps, Set.of());
  }

  /// Whether the matching would ask her, were she the only one and free.
  private boolean asked(Responder one, int steps) {
    var free = FreeResponder.of(one, Map.of(), question.at());
    return !Matcher.REAL.propose(List.of(after(steps)), List.of(free), question.at()).isEmpty();
  }

  private Candidate candidate(Responder one) {
    if (asked(one, 0)) {
      return new Candidate(one.id(), true, List.of(), "");
    }
    var from =
        IntStream.rangeClosed(1, decision.steps().size())
            .filter(steps -> asked(one, steps))
            .mapToObj(steps -> afterArrival(steps - 1))
            .findFirst()
            .orElse("");
    return new Candidate(one.id(), false, whyNot(one), from);
  }

  private List<String> whyNot(Responder one) {
    var needs = after(0).requirement();
    var all = new ArrayList<String>();
    if (one.capacity().getOrDefault(question.triage().channel(), 0) == 0) {
      all.add("takes no " + question.triage().channel());
    }
    var untrained =
        needs.skills().entrySet().stream()
            .filter(skill -> one.skills().getOrDefault(skill.getKey(), 0) < skill.getValue())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!untrained.isEmpty()) {
      all.add("not trained: " + String.join(", ", untrained));
    }
    if (!needs.wishes().isEmpty() && one.gender().filter(needs.wishes()::contains).isEmpty()) {
      all.add(
          "not a "
              + needs.wishes().stream()
                  .map(wish -> wish.name().toLowerCase(Locale.ROOT))
                  .sorted()
                  .collect(Collectors.joining(" or ")));
    }
    if (!needs.languages().isEmpty() && !speaks(one, needs)) {
      all.add(
          "does not speak "
              + needs.languages().stream().map(Words::language).collect(Collectors.joining(" or "))
              + " at level "
              + needs.level().name().toLowerCase(Locale.ROOT)
              + " or better");
    }
    return all.isEmpty() ? List.of("the matching does not choose them") : all;
  }

  /// Only to say why: whether she is asked at all, the matching itself was asked.
  private boolean speaks(Responder one, Requirement needs) {
    return one.languages().entrySet().stream()
        .anyMatch(entry ->
            entry.getValue().atLeast(needs.level())
                && needs.languages().stream()
                    .anyMatch(wanted ->
                        (wanted + "-").startsWith(entry.getKey() + "-")
                            || (entry.getKey() + "-").startsWith(wanted + "-")));
  }

  private Due due(int step) {
    var one = decision.steps().get(step);
    return new Due(
        afterArrival(step),
        shown(one.due()),
        Words.step(one.does()),
        (int) answering().filter(responder -> asked(responder, step + 1)).count());
  }

  private String afterArrival(int step) {
    return Words.time(Duration.between(question.at(), decision.steps().get(step).due()));
  }
}
