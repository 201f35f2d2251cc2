package org.havenline.routingconfig.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import java.util.List;

/// A checked condition. Equal when written alike.
public final class Condition {
  private final String source;
  private final CelAbstractSyntaxTree checked;
  private final CelRuntime runtime;
  private final Program program;

  Condition(String source, CelAbstractSyntaxTree checked, CelRuntime runtime)
      throws CelEvaluationException {
    this.source = source;
    this.checked = checked;
    this.runtime = runtime;
    this.program = runtime.createProgram(checked);
  }

  public Answer ask(Attributes attributes) {
    return Grounds.answer(program, attributes.values());
  }

  /// The parts that decided, each with what the contact has: `risk >= HIGH: risk is STANDARD`. For
  /// people who ask why, not for every contact.
  public List<String> because(Attributes attributes) {
    return new Grounds(checked, runtime, attributes.values()).of(ask(attributes));
  }

  /// `FAILED` when it has no value for these attributes, such as `1 / 0`: no match, but said so.
  public enum Answer {
    YES,
    NO,
    FAILED
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /// As the administrator wrote it.
  @Override
  public String toString() {
    return source;
  }
}
