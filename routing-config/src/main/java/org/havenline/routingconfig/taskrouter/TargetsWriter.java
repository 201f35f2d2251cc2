package org.havenline.routingconfig.taskrouter;

import static org.havenline.routingconfig.taskrouter.WorkflowWriter.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.taskrouter.Workspace.Queue;
import org.havenline.routingconfig.taskrouter.Workspace.Target;
import org.havenline.routingconfig.taskrouter.Workspace.Workflow;
import org.havenline.routingconfig.taskrouter.expression.ExpressionParser;
import org.havenline.routingconfig.taskrouter.expression.MalformedExpression;

/// Writes targets that follow one another: the first as the choice of a rule, the rest as moves at
/// the moments at which those before them time out, counted from the age of the task.
final class TargetsWriter {
  /// Later than anything: reached only when what is before is skipped.
  private static final int NEVER = 7 * 24 * 3600;

  private static final int DAY = 24 * 3600;
  private static final int TOLD = 60;
  private static final int PAGED = 300;
  private static final Pattern ORDER =
      Pattern.compile("worker\\.([A-Za-z_][\\w.]*)\\s+(ASC|DESC)", Pattern.CASE_INSENSITIVE);

  private final Workspace workspace;
  private final Workflow workflow;
  private final CelWriter cel;
  private final Warnings warnings;
  private final List<Integer> priorities;

  /// @param choice as the value of its key
  /// @param headStart s
  /// @param offerTimeout s
  /// @param steps as what stands between the braces of each
  record Written(
      String queue, Optional<String> choice, int headStart, int offerTimeout, List<String> steps) {}

  private record Step(int after, String does) {}

  TargetsWriter(Workspace workspace, Workflow workflow, CelWriter cel, Warnings warnings) {
    this.workspace = workspace;
    this.workflow = workflow;
    this.cel = cel;
    this.warnings = warnings;
    this.priorities =
        Stream.concat(
                workflow.filters().stream().flatMap(filter -> filter.targets().stream()),
                workflow.fallback().stream())
            .flatMap(target -> target.priority().stream())
            .filter(priority -> priority > 0)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .toList();
    if (!priorities.isEmpty()) {
      warnings.add(
          "a higher priority is served first however long the lower one waits",
          "Here it is worth a head start of at most a day, and a risk a rule may add to it");
    }
  }

  /// Whether something may follow them: the last times out or may be skipped.
  static boolean ends(List<Target> targets) {
    return !targets.isEmpty()
        && (targets.getLast().timeout().isPresent() || targets.getLast().skipIf().isPresent());
  }

  /// @param filters the targets of each filter of the chain; empty: anybody may answer
  Written write(List<List<Target>> filters) {
    var targets = new ArrayList<>(filters.stream().flatMap(List::stream).toList());
    boolean reachesDefault = !targets.isEmpty() && targets.getLast().skipIf().isPresent();
    if (reachesDefault) {
      workflow.fallback().ifPresent(targets::add);
    }
    var steps = new ArrayList<Step>();
    steps.add(new Step(TOLD, "tell: waiting"));
    steps.add(new Step(PAGED, "page: on-call"));
    Optional<String> first = Optional.empty();
    var queueName = "Everybody";
    Optional<String> queue = Optional.empty();
    int headStart = 0;
    int firstHeadStart = 0;
    int now = 0;
    for (int i = 0; i < targets.size(); i++) {
      var target = targets.get(i);
      queue = target.queue().isPresent() ? target.queue() : queue;
      headStart = target.priority().map(this::headStart).orElse(headStart);
      var choice = choice(queue, target);
      if (i == 0) {
        first = choice;
        firstHeadStart = headStart;
        queueName = queue.map(this::queueName).orElse(queueName);
      } else {
        steps.add(new Step(Math.min(now, NEVER), move(choice, headStart)));
      }
      int left = NEVER - now;
      now += target.timeout().map(seconds -> Math.min(seconds, left)).orElse(left);
    }
    if (now < NEVER) {
      warnings.add(
          "TaskRouter cancels a task at " + now + " s, after the last target of a filter",
          "Here the people on call are paged then, and she goes on waiting");
      steps.add(new Step(now, "page: on-call"));
    }
    return new Written(queueName, first, firstHeadStart, offerTimeout(), inOrder(steps));
  }

  private static List<String> inOrder(List<Step> steps) {
    steps.sort(Comparator.comparingInt(Step::after));
    if (!steps.getLast().does().startsWith("page")) {
      steps.add(new Step(steps.getLast().after(), "page: on-call"));
    }
    return steps.stream().map(step -> "after: " + step.after() + "s, " + step.does()).toList();
  }

  private static String move(Optional<String> choice, int headStart) {
    return "move: {"
        + Stream.of(
                choice.map(it -> "choice: " + it),
                headStart == 0
                    ? Optional.<String>empty()
                    : Optional.of("head-start: " + headStart + "s"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "))
        + "}";
  }

  /// The priorities of the workflow, spread evenly over a day.
  private int headStart(int priority) {
    int rank = priorities.indexOf(priority) + 1;
    return rank == 0 ? 0 : DAY / priorities.size() * rank;
  }

  private int offerTimeout() {
    int timeout = Math.clamp(workflow.reservationTimeout(), 10, 600);
    if (timeout != workflow.reservationTimeout()) {
      warnings.add(
          "one worker is asked for " + workflow.reservationTimeout() + " s",
          "Here it is " + timeout + " s, between 10 s and 10 min");
    }
    return timeout;
  }

  private String queueName(String sid) {
    var queue = workspace.queues().get(sid);
    return queue == null ? sid : queue.name();
  }

  /// Empty when anybody may be asked.
  private Optional<String> choice(Optional<String> queue, Target target) {
    var keys = new LinkedHashMap<String, String>();
    queue.flatMap(this::group).ifPresent(group -> keys.put("group", yaml(group)));
    who(target).ifPresent(who -> keys.put("who", yaml(who)));
    target
        .orderBy()
        .map(this::order)
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> keys.put("first", it));
    target.skipIf().flatMap(this::skip).ifPresent(it -> keys.put("skip", it));
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    if (keys.keySet().equals(java.util.Set.of("skip"))) {
      keys.put("group", yaml("true"));
    }
    return Optional.of(braces(keys));
  }

  private static String braces(Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private Optional<String> group(String sid) {
    var queue = workspace.queues().get(sid);
    if (queue == null) {
      warnings.add(
          "there is no queue " + CelWriter.quoted(sid),
          "Anybody may answer there; add the answer of /TaskQueues and import again");
      return Optional.empty();
    }
    warn(queue);
    return cel(
        "the workers of queue " + CelWriter.quoted(queue.name()),
        queue.workers(),
        CelWriter.Scope.WORKER);
  }

  private void warn(Queue queue) {
    if (queue.newestFirst()) {
      warnings.add(
          "queue " + CelWriter.quoted(queue.name()) + " serves the newest first",
          "Here the oldest is served first, less its head start");
    }
    if (queue.reserves() > 1) {
      warnings.add(
          "queue "
              + CelWriter.quoted(queue.name())
              + " asks "
              + queue.reserves()
              + " workers at once",
          "Here they are asked one after the other, unless its rule says 'ask: "
              + Math.min(queue.reserves(), 10)
              + "'");
    }
  }

  private Optional<String> who(Target target) {
    var parts =
        Stream.of(
                target.expression().flatMap(it -> cel("a target", it, CelWriter.Scope.PREFIXED)),
                target.known().flatMap(it -> cel("a known worker", it, CelWriter.Scope.PREFIXED)))
            .flatMap(Optional::stream)
            .toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" && ", parts));
  }

  /// Empty when it holds for all; `false` when it is not understood, so that nobody is asked who
  /// should not be.
  private Optional<String> cel(String of, String text, CelWriter.Scope scope) {
    try {
      var expression = ExpressionParser.parse(text);
      return expression.isAlwaysTrue()
          ? Optional.empty()
          : Optional.of(cel.write(expression, scope));
    } catch (MalformedExpression broken) {
      warnings.add(
          "the expression of " + of + " is not understood: " + broken.why(),
          "Nobody is asked there; write its choice by hand");
      return Optional.of("false");
    }
  }

  private String order(String text) {
    var clauses = new ArrayList<String>();
    for (var clause : text.split(",", -1)) {
      var match = ORDER.matcher(clause.strip());
      if (match.matches()) {
        clauses.add(match.group(1) + " " + match.group(2).toLowerCase(Locale.ROOT));
      } else {
        warnings.add("an order of workers is not understood", "It is left out");
      }
    }
    return clauses.isEmpty() ? "" : "[" + String.join(", ", clauses) + "]";
  }

  private Optional<String> skip(String text) {
    warnings.add(
        "a target is skipped once, when a task comes to it",
        "Here it is skipped for as long as the reason lasts");
    if (text.replace(" ", "").equals("workers.available==0")) {
      return Optional.of("nobody-on-duty");
    }
    try {
      if (ExpressionParser.parse(text).isAlwaysTrue()) {
        return Optional.of("nobody-free");
      }
    } catch (MalformedExpression _) {
      // falls to the warning
    }
    warnings.add("a reason to skip a target is not understood", "It is never skipped");
    return Optional.empty();
  }
}
