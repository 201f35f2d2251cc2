package org.havenline.routingconfig.plan;

/// A rule of a plan, as named in the table.
public record RuleId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
