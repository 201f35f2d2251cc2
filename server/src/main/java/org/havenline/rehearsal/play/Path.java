package org.havenline.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.havenline.routing.RoutingDecision;

/// What a table decides about a contact, without its time: equal when two tables decide alike.
///
/// @param needs whom, in words
/// @param atOnce how many are asked at once at first
/// @param steps in words, each with its time after the arrival
public record Path(
    String rule,
    String queue,
    String needs,
    Duration headStart,
    Duration offerTimeout,
    int atOnce,
    List<String> steps) {

  public Path {
    steps = List.copyOf(steps);
  }

  public static Path of(RoutingDecision decision, Instant arrived) {
    return new Path(
        decision.rule().value(),
        decision.queue().value(),
        decision.requirement().toString(),
        decision.headStart(),
        decision.offerTimeout(),
        decision.askAt(0),
        decision.steps().stream()
            .map(step ->
                Words.time(Duration.between(arrived, step.due())) + ": " + Words.step(step.does()))
            .toList());
  }

  /// What another decision does otherwise, in words; empty when nothing.
  public List<String> changesTo(Path other) {
    var all = new ArrayList<String>();
    add(all, "rule", rule, other.rule);
    add(all, "queue", queue, other.queue);
    add(all, "needs", needs, other.needs);
    add(all, "head start", Words.time(headStart), Words.time(other.headStart));
    add(all, "each asked for", Words.time(offerTimeout), Words.time(other.offerTimeout));
    add(all, "asked at once", String.valueOf(atOnce), String.valueOf(other.atOnce));
    steps.stream()
        .filter(step -> !other.steps.contains(step))
        .forEach(step -> all.add("no more: after " + step));
    other.steps.stream()
        .filter(step -> !steps.contains(step))
        .forEach(step -> all.add("new: after " + step));
    return List.copyOf(all);
  }

  private static void add(List<String> all, String what, String before, String after) {
    if (!before.equals(after)) {
      all.add(what + " " + before + " → " + after);
    }
  }
}
