package org.havenline.routingconfig.taskrouter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.condition.CustomAttribute.ValueType;
import org.havenline.routingconfig.taskrouter.expression.Expression;
import org.havenline.routingconfig.taskrouter.expression.Expression.Compare;
import org.havenline.routingconfig.taskrouter.expression.Expression.Flag;
import org.havenline.routingconfig.taskrouter.expression.Expression.Nothing;
import org.havenline.routingconfig.taskrouter.expression.Expression.Numeral;
import org.havenline.routingconfig.taskrouter.expression.Expression.Operand;
import org.havenline.routingconfig.taskrouter.expression.Expression.Operator;
import org.havenline.routingconfig.taskrouter.expression.Expression.Path;
import org.havenline.routingconfig.taskrouter.expression.Expression.Several;
import org.havenline.routingconfig.taskrouter.expression.Expression.Text;
import org.havenline.routingconfig.taskrouter.expression.MalformedExpression;

/// Writes TaskRouter's expressions in CEL. What is missing is null there, and only `!=` and `NOT
/// IN` hold for it; in CEL it is null for a contact, and no key of a responder's table.
final class CelWriter {
  private static final Set<String> DAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /// Whose attributes the names without a prefix are.
  enum Scope {
    TASK,
    WORKER,
    /// of nobody: `task.` and `worker.` are required
    PREFIXED
  }

  private final TaskAttributes attributes;
  private final Workspace workspace;
  private final Warnings warnings;

  CelWriter(TaskAttributes attributes, Workspace workspace, Warnings warnings) {
    this.attributes = attributes;
    this.workspace = workspace;
    this.warnings = warnings;
  }

  String write(Expression expression, Scope scope) throws MalformedExpression {
    return switch (expression) {
      case Expression.And(var all) -> join(all, " && ", scope);
      case Expression.Or(var any) -> join(any, " || ", scope);
      case Compare compare -> compare(compare, scope);
    };
  }

  private String join(List<Expression> parts, String by, Scope scope) throws MalformedExpression {
    var written = new StringBuilder("(");
    for (var part : parts) {
      written.append(written.length() > 1 ? by : "").append(write(part, scope));
    }
    return written.append(")").toString();
  }

  private String compare(Compare compare, Scope scope) throws MalformedExpression {
    var left = compare.left() instanceof Path path ? root(path, scope) : "";
    if (left.equals("taskrouter.dayOfWeek")) {
      return day(compare);
    }
    if (left.startsWith("worker.activity")) {
      return activity(compare);
    }
    if (left.matches("worker\\.channel\\.\\w+\\.(assigned_tasks|available_capacity_percentage)")) {
      return load(compare, left);
    }
    learn(compare.left(), compare.operator(), compare.right(), true, scope);
    learn(compare.right(), compare.operator(), compare.left(), false, scope);
    var a = operand(compare.left(), scope);
    var b = operand(compare.right(), scope);
    return switch (compare.operator()) {
      case EQUAL -> guarded(compare, scope, a + " == " + b);
      case UNEQUAL -> "!(" + guarded(compare, scope, a + " == " + b) + ")";
      case LESS -> a + " < " + b;
      case AT_MOST -> a + " <= " + b;
      case MORE -> a + " > " + b;
      case AT_LEAST -> a + " >= " + b;
      case CONTAINS -> a + ".contains(" + b + ")";
      case HAS -> b + " in " + a;
      case IN -> a + " in " + b;
      case NOT_IN -> "!(" + a + " in " + b + ")";
    };
  }

  /// A responder without the attribute is equal to nothing.
  private static String guarded(Compare compare, Scope scope, String cel) {
    var guards =
        List.of(compare.left(), compare.right()).stream()
            .filter(Path.class::isInstance)
            .map(path -> root((Path) path, scope))
            .filter(name -> name.startsWith("worker."))
            .map(name -> quoted(name.substring(7)) + " in responder && ")
            .collect(Collectors.joining());
    return guards.isEmpty() ? cel : "(" + guards + cel + ")";
  }

  private void learn(Operand operand, Operator operator, Operand other, boolean left, Scope scope) {
    if (operand instanceof Path path && root(path, scope).startsWith("task.")) {
      var name = root(path, scope).substring(5);
      if (path.index().isPresent()) {
        attributes.learn(name, Operator.HAS, other, true);
      } else {
        attributes.learn(name, operator, other, left);
      }
    }
  }

  private String operand(Operand operand, Scope scope) throws MalformedExpression {
    return switch (operand) {
      case Text(var value) -> quoted(value);
      case Numeral(var value) -> Double.toString(value);
      case Flag(var value) -> Boolean.toString(value);
      case Nothing() -> "null";
      case Several(var values) -> {
        var written = new StringBuilder("[");
        for (var value : values) {
          written.append(written.length() > 1 ? ", " : "").append(operand(value, scope));
        }
        yield written.append("]").toString();
      }
      case Path path -> path(path, scope);
    };
  }

  private String path(Path path, Scope scope) throws MalformedExpression {
    var name = root(path, scope);
    var index = path.index().map(at -> "[" + at + "]").orElse("");
    return switch (name) {
      case "taskrouter.currentTime" -> "double(clock)";
      case "taskrouter.currentHour" -> "double(clock / 100)";
      case "taskrouter.currentMin" -> "double(clock % 100)";
      default -> {
        if (name.startsWith("task.")) {
          yield attributes.name(name.substring(5)) + index;
        }
        if (name.startsWith("worker.")) {
          yield "responder[" + quoted(name.substring(7)) + "]" + index;
        }
        throw new MalformedExpression("'" + path.name() + "' is of neither task nor worker");
      }
    };
  }

  private static String root(Path path, Scope scope) {
    var name = path.name();
    if (name.startsWith("taskrouter.") || scope == Scope.PREFIXED) {
      return name;
    }
    return (scope == Scope.TASK ? "task." : "worker.") + name;
  }

  /// Only `Mon` to `Sun` are ever equal: Twilio's own example has a `'THU'` that never is.
  private String day(Compare compare) throws MalformedExpression {
    var named =
        switch (compare.right()) {
          case Several(var values) -> values;
          case Text text -> List.<Operand>of(text);
          default -> throw new MalformedExpression("a day is compared with something else");
        };
    var days =
        named.stream()
            .flatMap(one ->
                one instanceof Text(var day) && DAYS.contains(day)
                    ? List.of(day.toUpperCase(Locale.ROOT)).stream()
                    : List.<String>of().stream())
            .toList();
    if (days.size() < named.size()) {
      warnings.add(
          "a day of the week that is never equal to one of Mon to Sun",
          "As in TaskRouter it does not match; correct the day if it was meant");
    }
    var cel = "weekday in [" + String.join(", ", days) + "]";
    return switch (compare.operator()) {
      case EQUAL, IN -> days.isEmpty() ? "false" : cel;
      case UNEQUAL, NOT_IN -> days.isEmpty() ? "true" : "!(" + cel + ")";
      default -> throw new MalformedExpression("a day is compared by its order");
    };
  }

  /// Here a responder is available or away; only who is available is ever asked.
  private String activity(Compare compare) {
    var names = compare.right() instanceof Several(var values) ? values : List.of(compare.right());
    boolean among =
        names.stream()
            .anyMatch(one -> one instanceof Text(var name) && workspace.isAvailable(name));
    warnings.add(
        "an expression asks for an activity of a worker",
        "Here one is available or away, and only who is available is asked");
    boolean wanted = compare.operator() == Operator.EQUAL || compare.operator() == Operator.IN;
    return Boolean.toString(wanted == among);
  }

  private String load(Compare compare, String name) throws MalformedExpression {
    double idle = name.endsWith("percentage") ? 100 : 0;
    if (compare.operator() == Operator.EQUAL && compare.right().equals(new Numeral(idle))) {
      warnings.add(
          "an expression asks for a worker who is idle on one channel",
          "Here it asks for one who is idle on all");
      return "responder[\"load\"] == 0.0";
    }
    throw new MalformedExpression("only a worker who is quite idle can be asked for");
  }

  /// As CEL and YAML write it.
  static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
        + "\"";
  }

  /// The type of a literal; `ANY` of all else.
  static ValueType typeOf(Operand operand) {
    return switch (operand) {
      case Text _ -> ValueType.TEXT;
      case Numeral _ -> ValueType.NUMBER;
      case Flag _ -> ValueType.FLAG;
      case Several(var values) when !values.isEmpty() -> typeOf(values.getFirst());
      default -> ValueType.ANY;
    };
  }
}
