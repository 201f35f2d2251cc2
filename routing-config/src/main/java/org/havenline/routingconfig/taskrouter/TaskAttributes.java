package org.havenline.routingconfig.taskrouter;

import java.util.Map;
import java.util.TreeMap;
import org.havenline.routingconfig.condition.CustomAttribute;
import org.havenline.routingconfig.condition.CustomAttribute.ValueType;
import org.havenline.routingconfig.taskrouter.expression.Expression.Operand;
import org.havenline.routingconfig.taskrouter.expression.Expression.Operator;

/// The attributes of tasks that expressions use, and of which type each must be.
final class TaskAttributes {
  private final Map<String, ValueType> types = new TreeMap<>();

  /// Its name in conditions: no dots, and none that conditions know already.
  String name(String path) {
    var name = path.replace('.', '_');
    return CustomAttribute.isFree(name) ? name : "task_" + name;
  }

  /// Takes in one use of an attribute; empty when it is none.
  ///
  /// @param left whether it stands on the left of the operator
  void learn(String path, Operator operator, Operand other, boolean left) {
    if (!path.isEmpty()) {
      var type =
          switch (operator) {
            case HAS -> left ? ValueType.LIST : CelWriter.typeOf(other);
            case IN, NOT_IN -> left ? CelWriter.typeOf(other) : ValueType.LIST;
            case CONTAINS -> ValueType.TEXT;
            default -> CelWriter.typeOf(other);
          };
      types.merge(name(path), type, (known, now) -> known == now ? known : ValueType.ANY);
    }
  }

  /// Name → type, by name.
  Map<String, ValueType> all() {
    return types;
  }
}
