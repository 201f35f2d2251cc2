package org.havenline.routing.taskrouter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.RoutingDecision;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.Triage;
import org.havenline.routing.choice.Narrowing;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.plan.Step;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.taskrouter.TaskRouterImport;

/// An imported workspace, asked at moments of a clock that a test sets: what the live server would
/// do, by the same plan, narrowing and matching.
final class Played {
  /// A Tuesday.
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  final List<Finding> warnings;
  private final RoutingTables tables;
  private final RoutingPlan plan;

  /// A task and when it came.
  record Task(String name, Map<String, Object> attributes, Instant arrived) {
    static Task of(Map<String, Object> attributes) {
      return new Task("task", attributes, NOON);
    }
  }

  /// @param workspace what the REST API answers, in one file
  Played(Path folder, String workspace) throws IOException {
    var from = Files.createDirectories(folder.resolve("from"));
    Files.writeString(from.resolve("workspace.json"), workspace);
    var imported = TaskRouterImport.of(from);
    if (!imported.findings().isEmpty()) {
      throw new AssertionError(imported.findings());
    }
    warnings = imported.warnings();
    imported.writeInto(folder.resolve("into"));
    tables =
        switch (RoutingTables.read(folder.resolve("into"), Set.of("waiting"))) {
          case Reading.Sound(var sound) -> sound;
          case Reading.Faulty(var findings) ->
              throw new AssertionError(findings + "\n" + imported.files().get("plans.yaml"));
        };
    plan = RoutingPlan.of(tables, tables.lines().getFirst().id());
  }

  /// Who is asked about a task of this age, when these workers are available; "nobody" too.
  String asked(Map<String, Object> task, int age, String... available) {
    return asked(Task.of(task), age, Set.of(), available);
  }

  /// @param before who had the task already
  String asked(Task task, int age, Set<String> before, String... available) {
    return asked(task, age, before, Arrays.stream(available).map(this::idle).toList());
  }

  String asked(Task task, int age, Set<String> before, List<FreeResponder> onDuty) {
    var now = task.arrived().plusSeconds(age);
    var triage = triage(task);
    var decision = plan.decide(triage, task.arrived());
    var contact =
        plan.waiting(
            new ContactId("c1"),
            triage,
            task.arrived(),
            decision.stepsDue(now),
            before.stream().map(name -> idle(name).id()).collect(Collectors.toSet()));
    var attributes =
        tables.responders().stream()
            .collect(Collectors.toMap(one -> new ResponderId(one.id()), Responder::attributes));
    var narrowed = new Narrowing(plan, attributes, onDuty, now).of(contact);
    return Matching.propose(List.of(narrowed), onDuty, now)
        .map(proposal -> tables.responder(proposal.responder().value()).orElseThrow().name())
        .orElse("nobody");
  }

  FreeResponder idle(String name) {
    return busy(name, Map.of());
  }

  FreeResponder busy(String name, Map<Channel, Integer> with) {
    var described =
        tables.responders().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    return FreeResponder.of(described, with, NOON.minus(Duration.ofMinutes(5)));
  }

  /// Names of tasks in the order of the queue, an hour after noon.
  List<String> inOrder(Task... tasks) {
    var now = NOON.plus(Duration.ofHours(1));
    return Arrays.stream(tasks)
        .sorted(Comparator.comparingLong((Task task) -> place(task, now)))
        .map(Task::name)
        .toList();
  }

  private long place(Task task, Instant now) {
    var decision = decide(task);
    return plan.virtualArrivalAt(
        decision, decision.stepsDue(now), task.arrived(), RiskLevel.STANDARD);
  }

  /// Id of the rule that takes a task.
  String rule(Map<String, Object> task, Instant arrived) {
    return decide(new Task("task", task, arrived)).rule().value();
  }

  /// At which ages (s) people on call are paged.
  List<Long> paged(Map<String, Object> task) {
    return decide(Task.of(task)).steps().stream()
        .filter(step -> step.does() instanceof Step.Page)
        .map(DueStep::due)
        .map(due -> Duration.between(NOON, due).toSeconds())
        .toList();
  }

  private RoutingDecision decide(Task task) {
    return plan.decide(triage(task), task.arrived());
  }

  private static Triage triage(Task task) {
    return new Triage(
        Channel.SMS,
        "und",
        0,
        RiskLevel.STANDARD,
        "",
        false,
        Set.of(),
        task.attributes(),
        Contact.Avoided.NOBODY,
        "");
  }

  boolean warns(String of) {
    return warnings.stream().anyMatch(warning -> warning.toString().contains(of));
  }
}
