package org.havenline.routingconfig.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.HashSet;
import java.util.Set;

/// What a condition speaks of. Two contacts that differ in nothing a condition mentions are the
/// same to it, which is how a proof looks at a few kinds of contact instead of all.
///
/// @param attributes and names, such as `risk` and `HIGH`
/// @param texts between quotes
/// @param numbers with or without a point
public record Mentions(Set<String> attributes, Set<String> texts, Set<Double> numbers) {
  public Mentions {
    attributes = Set.copyOf(attributes);
    texts = Set.copyOf(texts);
    numbers = Set.copyOf(numbers);
  }

  static Mentions in(CelAbstractSyntaxTree tree) {
    var attributes = new HashSet<String>();
    var texts = new HashSet<String>();
    var numbers = new HashSet<Double>();
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .forEach(node -> {
          if (node.getKind() == Kind.IDENT) {
            attributes.add(node.ident().name());
          } else if (node.getKind() == Kind.CONSTANT) {
            note(node.constant(), texts, numbers);
          }
        });
    return new Mentions(attributes, texts, numbers);
  }

  private static void note(CelConstant constant, Set<String> texts, Set<Double> numbers) {
    switch (constant.getKind()) {
      case STRING_VALUE -> texts.add(constant.stringValue());
      case DOUBLE_VALUE -> numbers.add(constant.doubleValue());
      case INT64_VALUE -> numbers.add((double) constant.int64Value());
      default -> {} // true and false bring no new kind
    }
  }

  /// What any of these conditions mentions.
  public static Mentions of(Iterable<Condition> conditions) {
    var attributes = new HashSet<String>();
    var texts = new HashSet<String>();
    var numbers = new HashSet<Double>();
    for (var condition : conditions) {
      attributes.addAll(condition.mentions().attributes());
      texts.addAll(condition.mentions().texts());
      numbers.addAll(condition.mentions().numbers());
    }
    return new Mentions(attributes, texts, numbers);
  }
}
