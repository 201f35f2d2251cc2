package org.havenline.referral.directory;

import java.util.Set;

/// Which languages a service can be used in.
///
/// @param there BCP 47, spoken by its own staff
/// @param byInterpreter BCP 47, through an interpreter
/// @param anyByInterpreter "interpreters for all languages"
public record Spoken(Set<String> there, Set<String> byInterpreter, boolean anyByInterpreter) {
  public static final Spoken NOT_SAID = new Spoken(Set.of(), Set.of(), false);

  public Spoken {
    there = Set.copyOf(there);
    byInterpreter = Set.copyOf(byInterpreter);
  }
}
