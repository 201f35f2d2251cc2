package org.havenline.risk;

/// A rule's query that cannot be stored, with what its author should do. Carries no message text.
final class RefusedRule extends Exception {
  private static final long serialVersionUID = 1L;
  private final String remedy;

  RefusedRule(String fault, String remedy) {
    super(fault);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
