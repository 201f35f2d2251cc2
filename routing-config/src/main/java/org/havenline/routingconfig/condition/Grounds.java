package org.havenline.routingconfig.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.condition.Condition.Answer;

/// Why a condition answered as it did: the parts of it that decided, each with what the contact
/// has. Of `a && b` with a false `b`, that is `b` alone.
final class Grounds {
  private static final CelUnparser UNPARSER = CelUnparserFactory.newUnparser();
  private static final Set<String> JOINING = Set.of("_&&_", "_||_");

  private final CelAbstractSyntaxTree whole;
  private final CelRuntime runtime;
  private final CelVariableResolver values;

  Grounds(CelAbstractSyntaxTree whole, CelRuntime runtime, CelVariableResolver values) {
    this.whole = whole;
    this.runtime = runtime;
    this.values = values;
  }

  List<String> of(Answer answer) {
    var all = new ArrayList<String>();
    add(whole.getExpr(), answer, all);
    return List.copyOf(all);
  }

  /// Both sides of a true `&&` and of a false `||` decide; of the others, those that answer alike.
  private void add(CelExpr part, Answer answer, List<String> into) {
    var deciding =
        part.getKind() == Kind.CALL && JOINING.contains(part.call().function())
            ? part.call().args().stream().filter(side -> answer(side) == answer).toList()
            : List.<CelExpr>of();
    if (deciding.isEmpty()) {
      into.add(inWords(part));
    } else {
      deciding.forEach(side -> add(side, answer, into));
    }
  }

  private Answer answer(CelExpr part) {
    try {
      return answer(runtime.createProgram(tree(part)), values);
    } catch (CelEvaluationException unusable) {
      return Answer.FAILED;
    }
  }

  static Answer answer(Program program, CelVariableResolver values) {
    try {
      return Boolean.TRUE.equals(program.eval(values)) ? Answer.YES : Answer.NO;
    } catch (CelEvaluationException failed) {
      return Answer.FAILED;
    }
  }

  /// A part keeps the names and types that were checked for the whole.
  private CelAbstractSyntaxTree tree(CelExpr part) {
    return CelAbstractSyntaxTree.newCheckedAst(
        part, whole.getSource(), whole.getReferenceMap(), whole.getTypeMap());
  }

  private String inWords(CelExpr part) {
    var names = new LinkedHashSet<String>();
    addNames(part, names);
    var has =
        names.stream()
            .map(name -> name + " is " + shown(values.find(name).orElseThrow()))
            .collect(Collectors.joining(", "));
    return has.isEmpty() || part.getKind() == Kind.IDENT
        ? has
        : UNPARSER.unparse(tree(part)) + ": " + has;
  }

  private static void addNames(CelExpr part, Set<String> into) {
    switch (part.getKind()) {
      case IDENT -> {
        if (Attributes.DECLARED.containsKey(part.ident().name())) {
          into.add(part.ident().name());
        }
      }
      case SELECT -> addNames(part.select().operand(), into);
      case LIST -> part.list().elements().forEach(one -> addNames(one, into));
      case CALL -> {
        part.call().target().ifPresent(target -> addNames(target, into));
        part.call().args().forEach(one -> addNames(one, into));
      }
      default -> {}
    }
  }

  private static String shown(Object value) {
    return switch (value) {
      case String text -> "\"" + text + "\"";
      case Long number -> nameOf(number);
      case List<?> list ->
          list.stream().map(Grounds::shown).collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }

  private static String nameOf(Long number) {
    return Attributes.NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(number))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(number.toString());
  }
}
