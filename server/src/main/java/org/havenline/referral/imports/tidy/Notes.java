package org.havenline.referral.imports.tidy;

/// Is told of each repair.
@FunctionalInterface
interface Notes {
  void repaired(String field, String reason);
}
