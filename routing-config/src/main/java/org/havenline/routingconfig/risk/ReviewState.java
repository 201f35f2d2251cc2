package org.havenline.routingconfig.risk;

/// How far a rule has been looked at by people who know the language and the field.
public enum ReviewState {
  /// Written, and tested on its own examples only.
  DRAFTED,
  /// Read by a native speaker.
  REVIEWED,
  /// Read by a native speaker and an advocate, and tried on past contacts.
  APPROVED
}
