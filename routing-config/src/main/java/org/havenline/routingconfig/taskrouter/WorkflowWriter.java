package org.havenline.routingconfig.taskrouter;

import static org.havenline.routingconfig.taskrouter.CelWriter.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.routingconfig.taskrouter.TaskRouterImport.Ids;
import org.havenline.routingconfig.taskrouter.Workspace.Filter;
import org.havenline.routingconfig.taskrouter.Workspace.Target;
import org.havenline.routingconfig.taskrouter.Workspace.Workflow;
import org.havenline.routingconfig.taskrouter.expression.ExpressionParser;
import org.havenline.routingconfig.taskrouter.expression.MalformedExpression;

/// Writes each workflow as a line with its plan: each filter a rule, its targets the choice of the
/// rule and then moves of its escalation. A filter whose last target ends is followed by the next
/// one that matches, so there is a rule for each two that may follow one another.
final class WorkflowWriter {
  private static final int MOST_RULES = 100;

  private final Workspace workspace;
  private final TaskAttributes attributes;
  private final Warnings warnings;
  private final Ids ids;
  private final CelWriter cel;
  private final Map<String, String> queues = new LinkedHashMap<>();
  private final StringBuilder lines = new StringBuilder("# Imported from TaskRouter.\nlines:\n");
  private final StringBuilder plans = new StringBuilder("plans:\n");
  private final StringBuilder escalations = new StringBuilder("escalations:\n");
  private int rules;

  WorkflowWriter(Workspace workspace, TaskAttributes attributes, Warnings warnings, Ids ids) {
    this.workspace = workspace;
    this.attributes = attributes;
    this.warnings = warnings;
    this.ids = ids;
    this.cel = new CelWriter(attributes, workspace, warnings);
    workspace.workflows().forEach(this::workflow);
  }

  String lines() {
    return lines.toString();
  }

  String plans() {
    var text = new StringBuilder("# Imported from TaskRouter.\n");
    if (!attributes.all().isEmpty()) {
      text.append(
          "# Attributes of tasks; a contact has them when its door sets them.\nattributes:\n");
      attributes
          .all()
          .forEach((name, type) ->
              text.append(
                  "  - {id: %s, type: %s}\n"
                      .formatted(name, type.name().toLowerCase(java.util.Locale.ROOT))));
    }
    text.append("queues:\n");
    queues.forEach(
        (name, id) -> text.append("  - {id: %s, name: %s}\n".formatted(id, quoted(name))));
    return text.append(plans).append(escalations).toString();
  }

  private void workflow(Workflow workflow) {
    warnings.at(workflow.name());
    var plan = ids.of("plan", workflow.name());
    lines.append(
        """
          - id: %s
            name: %s
            numbers: []
            languages: [en]
            country: US
            time-zone: UTC
            plan: %s
        """
            .formatted(ids.of("line", workflow.name()), quoted(workflow.name()), plan));
    plans.append("  - id: %s\n    rules:\n".formatted(plan));
    warnings.add(
        "numbers, languages, country and time zone of the line are not known",
        "Fill them in; conditions on the time of day count in UTC, as in TaskRouter");
    warnings.add(
        "TaskRouter cancels what nobody took within a day, or what its task says",
        "Here a contact waits until somebody closes it");
    rules = 0;
    var filters = known(workflow);
    var targets = new TargetsWriter(workspace, workflow, cel, warnings);
    boolean open = true;
    for (int i = 0; i < filters.size() && open; i++) {
      open = !follow(List.of(filters.get(i)), filters.subList(i + 1, filters.size()), targets);
      if (!open && i + 1 < filters.size()) {
        warnings.add(
            "filters after " + quoted(filters.get(i).filter().name()) + " are never reached",
            "They are left out");
      }
    }
    if (open) {
      last(workflow, targets);
    }
  }

  /// A filter with its condition in CEL; empty for one that takes everything.
  private record Known(Filter filter, Optional<String> when) {}

  private List<Known> known(Workflow workflow) {
    var all = new ArrayList<Known>();
    for (var filter : workflow.filters()) {
      try {
        var expression = ExpressionParser.parse(filter.expression());
        all.add(
            new Known(
                filter,
                expression.isAlwaysTrue()
                    ? Optional.empty()
                    : Optional.of(cel.write(expression, CelWriter.Scope.TASK))));
      } catch (MalformedExpression broken) {
        warnings.add(
            "the expression of filter "
                + quoted(filter.name())
                + " is not understood: "
                + broken.why(),
            "The filter is left out; write its rule by hand");
      }
    }
    return all;
  }

  /// Writes the rules for a chain of filters of which each follows the one before; first those with
  /// one more, since the first rule that matches decides.
  ///
  /// @return whether nothing can come to a later rule
  private boolean follow(List<Known> chain, List<Known> later, TargetsWriter targets) {
    boolean ends = TargetsWriter.ends(chain.getLast().filter().targets());
    boolean alwaysFollowed = false;
    for (int i = 0; ends && i < later.size() && !alwaysFollowed && rules < MOST_RULES; i++) {
      var longer = new ArrayList<>(chain);
      longer.add(later.get(i));
      follow(longer, later.subList(i + 1, later.size()), targets);
      alwaysFollowed = later.get(i).when().isEmpty();
    }
    var conditions = chain.stream().flatMap(one -> one.when().stream()).distinct().toList();
    if (!alwaysFollowed) {
      rule(
          chain.getFirst().filter().name(),
          conditions,
          targets.write(chain.stream().map(one -> one.filter().targets()).toList()));
    }
    return conditions.isEmpty();
  }

  private void last(Workflow workflow, TargetsWriter targets) {
    if (workflow.fallback().isEmpty()) {
      warnings.add(
          "there is no default filter: TaskRouter drops a task that matches none",
          "Here anybody may answer it");
    }
    rule(
        "default",
        List.of(),
        targets.write(workflow.fallback().map(List::<Target>of).stream().toList()));
  }

  private void rule(String name, List<String> conditions, TargetsWriter.Written written) {
    if (rules++ >= MOST_RULES && !conditions.isEmpty()) {
      warnings.add("more than " + MOST_RULES + " filters follow one another", "Some are left out");
      return;
    }
    var rule = ids.of("rule", name);
    plans.append("      - id: %s\n".formatted(rule));
    if (!conditions.isEmpty()) {
      plans.append("        when: %s\n".formatted(yaml(String.join(" && ", conditions))));
    }
    plans.append("        queue: %s\n        language: any\n".formatted(queue(written.queue())));
    written.choice().ifPresent(choice -> plans.append("        choice: %s\n".formatted(choice)));
    plans.append(
        "        head-start: {immediate: %1$ss, high: %1$ss, elevated: %1$ss, standard: %1$ss}\n"
            .formatted(written.headStart()));
    var escalation = ids.of("escalation", rule);
    plans.append(
        "        offer-timeout: %ds\n        escalation: %s\n"
            .formatted(written.offerTimeout(), escalation));
    escalations.append("  - id: %s\n    steps:\n".formatted(escalation));
    written.steps().forEach(step -> escalations.append("      - {%s}\n".formatted(step)));
  }

  private String queue(String name) {
    return queues.computeIfAbsent(name, it -> ids.of("queue", it));
  }

  /// In single quotes, which leave everything as it is.
  static String yaml(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
