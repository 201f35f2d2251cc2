package org.havenline.referral.search.ask;

/// For whose eyes the results are.
public enum Viewer {
  /// What may be offered to a person: vetted and active.
  PERSON,
  /// Staff who ask for it see as well what nobody has vetted yet, marked as such.
  RESPONDER,
  /// Who keeps the directory sees all of it, also what is closed or was warned of.
  KEEPER
}
