package org.havenline.routingconfig.taskrouter.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.havenline.routingconfig.taskrouter.expression.Expression.Flag;
import org.havenline.routingconfig.taskrouter.expression.Expression.Nothing;
import org.havenline.routingconfig.taskrouter.expression.Expression.Numeral;
import org.havenline.routingconfig.taskrouter.expression.Expression.Operand;
import org.havenline.routingconfig.taskrouter.expression.Expression.Operator;
import org.havenline.routingconfig.taskrouter.expression.Expression.Path;
import org.havenline.routingconfig.taskrouter.expression.Expression.Several;
import org.havenline.routingconfig.taskrouter.expression.Expression.Text;

/// Reads TaskRouter's expressions (twilio.com/docs/taskrouter/expression-syntax) with what its own
/// examples use besides: a single `=`, lower-case words, `null`. AND binds tighter than OR; Twilio
/// documents neither, and all its examples have brackets.
public final class ExpressionParser {
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 30;

  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("==", Operator.EQUAL),
          Map.entry("=", Operator.EQUAL),
          Map.entry("!=", Operator.UNEQUAL),
          Map.entry("<", Operator.LESS),
          Map.entry("<=", Operator.AT_MOST),
          Map.entry(">", Operator.MORE),
          Map.entry(">=", Operator.AT_LEAST),
          Map.entry("CONTAINS", Operator.CONTAINS),
          Map.entry("HAS", Operator.HAS),
          Map.entry("IN", Operator.IN));

  private final Tokens tokens;
  private int depth;

  private ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  public static Expression parse(String text) throws MalformedExpression {
    if (text.length() > LONGEST) {
      throw new MalformedExpression("it has more than " + LONGEST + " characters");
    }
    var parser = new ExpressionParser(Tokens.of(text));
    var whole = parser.either();
    if (parser.tokens.peek().isPresent()) {
      throw new MalformedExpression("something follows its end");
    }
    return whole;
  }

  private Expression either() throws MalformedExpression {
    var any = new ArrayList<Expression>();
    do {
      any.add(both());
    } while (tokens.takes("OR"));
    return any.size() == 1 ? any.getFirst() : new Expression.Or(any);
  }

  private Expression both() throws MalformedExpression {
    var all = new ArrayList<Expression>();
    do {
      all.add(one());
    } while (tokens.takes("AND"));
    return all.size() == 1 ? all.getFirst() : new Expression.And(all);
  }

  private Expression one() throws MalformedExpression {
    if (tokens.takes("(")) {
      if (++depth > DEEPEST) {
        throw new MalformedExpression("more than " + DEEPEST + " brackets in one another");
      }
      var inner = either();
      tokens.require(")");
      depth--;
      return inner;
    }
    return new Expression.Compare(operand(), operator(), operand());
  }

  private Operator operator() throws MalformedExpression {
    if (tokens.takes("NOT")) {
      tokens.require("IN");
      return Operator.NOT_IN;
    }
    var operator = OPERATORS.get(tokens.take().toUpperCase(Locale.ROOT));
    if (operator == null) {
      throw new MalformedExpression("a comparison is expected between two values");
    }
    return operator;
  }

  private Operand operand() throws MalformedExpression {
    if (tokens.takes("[")) {
      return several();
    }
    var token = tokens.take();
    char first = token.charAt(0);
    if (first == '"' || first == '\'') {
      return new Text(token.substring(1, token.length() - 1));
    }
    if (first == '-' || Character.isDigit(first)) {
      return new Numeral(Double.parseDouble(token));
    }
    return switch (token) {
      case "true" -> new Flag(true);
      case "false" -> new Flag(false);
      case "null" -> new Nothing();
      default -> path(token);
    };
  }

  private Operand several() throws MalformedExpression {
    var values = new ArrayList<Operand>();
    if (tokens.takes("]")) {
      return new Several(List.of());
    }
    do {
      var value = operand();
      if (value instanceof Several) {
        throw new MalformedExpression("a list within a list");
      }
      values.add(value);
    } while (tokens.takes(","));
    tokens.require("]");
    return new Several(values);
  }

  private Operand path(String first) throws MalformedExpression {
    if (!Character.isLetter(first.charAt(0)) && first.charAt(0) != '_') {
      throw new MalformedExpression("a name or a value is expected");
    }
    var name = new StringBuilder(first);
    while (tokens.takes(".")) {
      name.append('.').append(tokens.take());
    }
    Optional<Integer> index = Optional.empty();
    if (tokens.takes("[")) {
      var number = tokens.take();
      if (!number.matches("\\d{1,3}")) {
        throw new MalformedExpression("a list is counted by whole numbers");
      }
      index = Optional.of(Integer.parseInt(number));
      tokens.require("]");
    }
    return new Path(name.toString(), index);
  }
}
