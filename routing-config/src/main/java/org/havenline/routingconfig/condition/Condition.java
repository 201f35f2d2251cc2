package org.havenline.routingconfig.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A checked condition. Equal when written alike.
public final class Condition {
  private final String source;
  private final CelAbstractSyntaxTree checked;
  private final CelRuntime runtime;
  private final Program program;

  /// Attributes the table declares; a contact may have no value for one.
  private final Set<String> custom;

  Condition(String source, CelAbstractSyntaxTree checked, CelRuntime runtime, Set<String> custom)
      throws CelEvaluationException {
    this.source = source;
    this.checked = checked;
    this.runtime = runtime;
    this.program = runtime.createProgram(checked);
    this.custom = custom;
  }

  public Answer ask(Attributes attributes) {
    return ask(attributes, Map.of());
  }

  /// @param responder her attributes as the table has them
  public Answer ask(Attributes attributes, Map<String, Object> responder) {
    return Grounds.answer(program, names(attributes, responder));
  }

  /// The parts that decided, each with what the contact has: `risk >= HIGH: risk is STANDARD`. For
  /// people who ask why, not for every contact.
  public List<String> because(Attributes attributes) {
    return new Grounds(checked, runtime, names(attributes, Map.of())).of(ask(attributes));
  }

  /// Looked up one by one: a contact meets hundreds of conditions, and each asks for few names.
  private CelVariableResolver names(Attributes attributes, Map<String, Object> responder) {
    return name -> {
      if (name.equals(Conditions.RESPONDER)) {
        return Optional.of(responder);
      }
      var value = attributes.value(name);
      return value == null && custom.contains(name)
          ? Optional.of(NullValue.NULL_VALUE)
          : Optional.ofNullable(value);
    };
  }

  /// What it speaks of.
  public Mentions mentions() {
    return Mentions.in(checked);
  }

  /// Whether it asks for an attribute of the table's own, of which nothing is known beforehand.
  public boolean asksForOwn() {
    return mentions().attributes().stream().anyMatch(custom::contains);
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
