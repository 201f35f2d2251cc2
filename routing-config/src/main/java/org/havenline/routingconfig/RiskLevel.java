package org.havenline.routingconfig;

/// How urgent a contact is, most urgent first. `IMMEDIATE` always waits before the rest.
public enum RiskLevel {
  IMMEDIATE,
  HIGH,
  ELEVATED,
  STANDARD;

  /// The more urgent of the two: a contact's level rises with each message and falls only by a
  /// person.
  public RiskLevel or(RiskLevel other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
