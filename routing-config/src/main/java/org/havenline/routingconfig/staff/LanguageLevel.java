package org.havenline.routingconfig.staff;

/// How well a responder speaks a language, best first.
public enum LanguageLevel {
  NATIVE,
  FLUENT,
  /// enough for a conversation about danger and help
  WORKING,
  /// enough to say who will come
  BASIC;

  public boolean atLeast(LanguageLevel least) {
    return compareTo(least) <= 0;
  }
}
