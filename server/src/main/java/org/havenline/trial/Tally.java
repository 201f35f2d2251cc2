package org.havenline.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.Signal;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.trial.TrialReport.Agreement;
import org.havenline.trial.TrialReport.By;
import org.havenline.trial.TrialReport.Moved;
import org.havenline.trial.TrialReport.OfRule;
import org.havenline.trial.TrialReport.Step;

/// Adds up contacts as they are read.
final class Tally {
  private final Map<RiskLevel, Map<RiskLevel, Integer>> matrix = new TreeMap<>();
  private final Map<String, OfRule> rules = new TreeMap<>();
  private final List<Moved> moved = new ArrayList<>();
  private Agreement before = new Agreement(0, 0, 0);
  private Agreement after = new Agreement(0, 0, 0);
  private int read;
  private int gone;
  private int compared;
  private int forgotten;
  private int rise;
  private int fall;

  /// Messages looked at so far.
  int messages() {
    return read + gone;
  }

  /// A message of a contact that is not kept any more.
  void addForgotten(boolean firstOfContact) {
    gone++;
    forgotten += firstOfContact ? 1 : 0;
  }

  void add(Reread contact) {
    read += contact.read();
    gone += contact.gone();
    compared++;
    matrix
        .computeIfAbsent(contact.before().level(), _ -> new TreeMap<>())
        .merge(contact.after().level(), 1, Integer::sum);
    if (contact.isMoved()) {
      rise += contact.rises() ? 1 : 0;
      fall += contact.rises() ? 0 : 1;
      if (moved.size() < TrialReport.MOST_MOVED) {
        moved.add(moved(contact));
      }
    }
    countRules(contact);
    contact
        .judged()
        .ifPresent(judged -> {
          before = with(before, contact.before().level().compareTo(judged));
          after = with(after, contact.after().level().compareTo(judged));
        });
  }

  private static Moved moved(Reread contact) {
    var by =
        contact.gained().stream()
            .map(signal ->
                new By(
                    signal.ruleId(),
                    signal.level(),
                    contact.places().getOrDefault(signal.ruleId(), 0),
                    signal.words()))
            .toList();
    return new Moved(
        contact.contact(), contact.before().level(), contact.after().level(), by, contact.lost());
  }

  private void countRules(Reread contact) {
    var old = ids(contact.before());
    var now = ids(contact.after());
    var all = new HashSet<>(old);
    all.addAll(now);
    for (var rule : all) {
      int was = old.contains(rule) ? 1 : 0;
      int is = now.contains(rule) ? 1 : 0;
      var verdict = contact.verdicts().get(rule);
      int confirmed = verdict != null && verdict ? 1 : 0;
      int corrected = verdict != null && !verdict ? 1 : 0;
      rules.merge(
          rule,
          new OfRule(
              rule, was, is, was * confirmed, is * confirmed, was * corrected, is * corrected),
          Tally::sum);
    }
  }

  private static OfRule sum(OfRule one, OfRule other) {
    return new OfRule(
        one.rule(),
        one.before() + other.before(),
        one.after() + other.after(),
        one.confirmedBefore() + other.confirmedBefore(),
        one.confirmedAfter() + other.confirmedAfter(),
        one.correctedBefore() + other.correctedBefore(),
        one.correctedAfter() + other.correctedAfter());
  }

  private static Set<String> ids(RiskAssessment of) {
    return of.signals().stream().map(Signal::ruleId).collect(Collectors.toSet());
  }

  private static Agreement with(Agreement so, int compared) {
    return new Agreement(
        so.higher() + (compared < 0 ? 1 : 0),
        so.same() + (compared == 0 ? 1 : 0),
        so.lower() + (compared > 0 ? 1 : 0));
  }

  TrialReport report(Instant since, boolean whole) {
    var steps = new ArrayList<Step>();
    matrix.forEach((from, row) -> row.forEach((to, n) -> steps.add(new Step(from, to, n))));
    var changes =
        Comparator.comparingInt((OfRule one) -> Math.abs(one.after() - one.before())).reversed();
    return new TrialReport(
        since,
        whole,
        read,
        gone,
        compared,
        forgotten,
        rise,
        fall,
        List.copyOf(steps),
        List.copyOf(moved),
        rules.values().stream().sorted(changes.thenComparing(OfRule::rule)).toList(),
        before,
        after);
  }
}
