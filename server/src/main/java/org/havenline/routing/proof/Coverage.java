package org.havenline.routing.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.havenline.routing.Requirement;
import org.havenline.routing.RoutingDecision;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.Triage;
import org.havenline.routing.proof.Reach.Ending;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.condition.Mentions;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.plan.RuleId;

/// The proof that nobody falls through: for every line, channel, language, risk, minor or not,
/// wish, and minute of a time, the last step reaches a human, a partner line or a promised
/// call-back.
///
/// Nothing is sampled: contacts are folded into the kinds the table can tell apart ([Kinds]), and
/// minutes into the spans between two changes ([Moments]).
final class Coverage {
  private final RoutingTables tables;
  private final Moments moments;
  private final Reach reach;
  private final Map<RuleId, String> escalations = new HashMap<>();

  /// Moments at which an ending fails, by the ending and the moments asked about.
  private final Map<Ending, Map<List<Instant>, Optional<Failure>>> known = new HashMap<>();

  private final Set<Seen> seen = new HashSet<>();
  private long pairs;

  private record Failure(Instant at, String why) {}

  /// A decision apart from who it was for: its rule and whom it asks at each step.
  record Seen(RuleId rule, List<Asks> asks) {}

  /// Whom, and how many at once.
  record Asks(Requirement whom, int atOnce) {}

  Coverage(RoutingTables tables, Moments moments) {
    this.tables = tables;
    this.moments = moments;
    this.reach = new Reach(tables);
    tables.plans().stream()
        .flatMap(plan -> plan.rules().stream())
        .forEach(rule -> escalations.put(rule.id(), rule.escalation()));
  }

  /// How many pairs of a kind of contact and a moment were looked at.
  long pairs() {
    return pairs;
  }

  /// What was decided at all.
  Set<Seen> seen() {
    return seen;
  }

  /// The plainest contact that falls through, for each escalation that lets one fall.
  List<Counterexample> of(Line line) {
    var plan = RoutingPlan.of(tables, line.id());
    var smallest = new HashMap<String, Counterexample>();
    for (var mode : modes(Kinds.mentions(tables.plan(line.plan())))) {
      look(line, plan.under(mode, false), mode, smallest);
    }
    return smallest.values().stream()
        .sorted(Comparator.comparingInt(Counterexample::special))
        .toList();
  }

  /// An administrator may switch at any minute, so nobody may fall through in any mode that is told
  /// apart.
  static List<Mode> modes(Mentions mentions) {
    return mentions.attributes().contains("mode") ? List.of(Mode.values()) : List.of(Mode.NORMAL);
  }

  private void look(Line line, RoutingPlan plan, Mode mode, Map<String, Counterexample> smallest) {
    var kinds = Kinds.of(tables, line);
    for (var channel : Kinds.channels(line)) {
      for (var arrivals : moments.of(line, channel).values()) {
        for (var kind : kinds) {
          if (kind.channel() == channel) {
            look(line, plan, mode, kind, arrivals)
                .ifPresent(found -> smallest.merge(found.escalation(), found, Coverage::smaller));
          }
        }
      }
    }
  }

  /// @param arrivals at which the line is in the same state, so all are decided alike
  private Optional<Counterexample> look(
      Line line, RoutingPlan plan, Mode mode, Triage kind, List<Instant> arrivals) {
    pairs += arrivals.size();
    var decision = plan.decide(kind, arrivals.getFirst());
    seen.add(new Seen(decision.rule(), asks(decision)));
    var escalation = Objects.requireNonNull(escalations.get(decision.rule()));
    return Ending.of(decision, kind, arrivals.getFirst())
        .map(ending ->
            known
                .computeIfAbsent(ending, _ -> new HashMap<>())
                .computeIfAbsent(arrivals, _ -> failure(ending, arrivals)))
        .orElseGet(() -> Optional.of(new Failure(arrivals.getFirst(), "there is no step")))
        .map(failure ->
            new Counterexample(
                line,
                kind,
                mode,
                failure.at(),
                decision.rule().value(),
                escalation,
                failure.why()));
  }

  private static List<Asks> asks(RoutingDecision decision) {
    var asks = new ArrayList<Asks>();
    for (int step = 0; step <= decision.steps().size(); step++) {
      asks.add(new Asks(decision.requirementAt(step), decision.askAt(step)));
    }
    return asks;
  }

  private Optional<Failure> failure(Ending ending, List<Instant> arrivals) {
    for (var arrived : arrivals) {
      var missing = reach.missing(ending, arrived);
      if (missing.isPresent()) {
        return missing.map(why -> new Failure(arrived, why));
      }
    }
    return Optional.empty();
  }

  private static Counterexample smaller(Counterexample one, Counterexample other) {
    return Comparator.comparingInt(Counterexample::special)
                .thenComparing(Counterexample::at)
                .compare(one, other)
            <= 0
        ? one
        : other;
  }

  /// Which escalation a rule leads to.
  String escalation(RuleId rule) {
    return Objects.requireNonNull(escalations.get(rule));
  }
}
