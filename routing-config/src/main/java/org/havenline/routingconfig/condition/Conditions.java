package org.havenline.routingconfig.condition;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.yaml.Value;

/// Checks and compiles conditions. Making one loads some 1,500 classes (about half a second on a
/// cold JVM), so readers make one at their first condition and keep it. Safe for all threads.
///
/// Loops (`all`, `exists`, `map`, `filter`) are not part of the language of tables: a condition's
/// cost is bounded by its length.
public final class Conditions {
  private static final int LONGEST = 500;
  private static final int DEEPEST = 30;

  /// Name of the attributes of a responder.
  static final String RESPONDER = "responder";

  private final CelCompiler compiler;
  private final CelCompiler ofResponders;
  private final CelRuntime runtime;
  private final Set<String> custom;

  public Conditions() {
    this(List.of());
  }

  /// @param declared attributes of the table besides those every contact has; those with a name
  ///   that cannot be are findings already, and left out
  public Conditions(List<CustomAttribute> declared) {
    var options =
        CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .build();
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(options)
            .setStandardMacros(List.<CelStandardMacro>of())
            .setResultType(SimpleType.BOOL);
    Attributes.DECLARED.forEach(builder::addVar);
    Attributes.NAMES.keySet().forEach(name -> builder.addVar(name, SimpleType.INT));
    var usable = declared.stream().filter(one -> CustomAttribute.isFree(one.id())).toList();
    usable.forEach(one -> builder.addVar(one.id(), one.type().cel()));
    custom = usable.stream().map(CustomAttribute::id).collect(Collectors.toUnmodifiableSet());
    compiler = builder.build();
    ofResponders =
        builder.addVar(RESPONDER, MapType.create(SimpleType.STRING, SimpleType.DYN)).build();
    runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
  }

  /// Empty when it is not a condition; why is then noted at the value.
  public Optional<Condition> compile(Value value) {
    return compile(value, compiler);
  }

  /// The same for a condition that may also ask about `responder`.
  public Optional<Condition> compileForResponders(Value value) {
    return compile(value, ofResponders);
  }

  private Optional<Condition> compile(Value value, CelCompiler compiler) {
    var source = value.text();
    if (source.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Condition(source, compiler.compile(source).getAst(), runtime, custom));
    } catch (CelValidationException wrong) {
      for (var error : wrong.getErrors()) {
        value.fault("the condition is wrong: " + firstLine(error.getMessage()), remedy());
      }
    } catch (CelEvaluationException | RuntimeException | StackOverflowError wrong) {
      value.fault("the condition cannot be used", remedy());
    }
    return Optional.empty();
  }

  private static String firstLine(String message) {
    var line = message.lines().findFirst().orElse("");
    return line.length() <= 160 ? line : line.substring(0, 160) + "…";
  }

  private static String remedy() {
    return "Use "
        + String.join(", ", Attributes.DECLARED.keySet().stream().sorted().toList())
        + " as the README of the tables shows, for instance: risk >= HIGH && language == \"es\"";
  }
}
