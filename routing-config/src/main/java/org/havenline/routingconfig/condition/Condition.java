package org.havenline.routingconfig.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;

/// A checked condition. Equal when written alike.
public final class Condition {
  private final String source;
  private final Program program;

  Condition(String source, Program program) {
    this.source = source;
    this.program = program;
  }

  public Answer ask(Attributes attributes) {
    try {
      return Boolean.TRUE.equals(program.eval(attributes.values())) ? Answer.YES : Answer.NO;
    } catch (CelEvaluationException failed) {
      return Answer.FAILED;
    }
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
