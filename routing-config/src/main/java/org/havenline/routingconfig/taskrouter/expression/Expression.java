package org.havenline.routingconfig.taskrouter.expression;

import java.util.List;
import java.util.Optional;

/// An expression of TaskRouter (its "workflow expression language"), understood.
public sealed interface Expression {
  record And(List<Expression> all) implements Expression {}

  record Or(List<Expression> any) implements Expression {}

  record Compare(Operand left, Operator operator, Operand right) implements Expression {}

  /// Comparisons; `HAS` has its list on the left, `IN` on the right.
  enum Operator {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    CONTAINS,
    HAS,
    IN,
    NOT_IN
  }

  /// One side of a comparison.
  sealed interface Operand {}

  record Text(String value) implements Operand {}

  record Numeral(double value) implements Operand {}

  record Flag(boolean value) implements Operand {}

  record Nothing() implements Operand {}

  record Several(List<Operand> values) implements Operand {}

  /// @param name with dots, as written
  /// @param index into a list, from 0
  record Path(String name, Optional<Integer> index) implements Operand {}

  /// Whether it holds for everything, as far as can be seen: `1 == 1`.
  default boolean isAlwaysTrue() {
    return switch (this) {
      case And(var all) -> all.stream().allMatch(Expression::isAlwaysTrue);
      case Or(var any) -> any.stream().anyMatch(Expression::isAlwaysTrue);
      case Compare(var left, var operator, var right) ->
          operator == Operator.EQUAL && !(left instanceof Path) && left.equals(right);
    };
  }
}
