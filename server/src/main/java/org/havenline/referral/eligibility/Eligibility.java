package org.havenline.referral.eligibility;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Whom a service takes and what it demands. HSDS has only ages and a free text for it
/// (`minimum_age`, `maximum_age`, `eligibility_description`); the rest are fields of our own.
///
/// @param genders those taken; empty when the directory does not say
/// @param trans whether trans people are taken as who they are
/// @param youngest, oldest full years of the person herself, inclusive; empty without a limit
/// @param needs what the place can receive, or says it cannot; what is missing is not said
/// @param exploitation only survivors of one of these are taken; empty for no such limit
/// @param conditions what is demanded
public record Eligibility(
    Set<Gender> genders,
    Answer trans,
    OptionalInt youngest,
    OptionalInt oldest,
    Children children,
    Map<Need, Answer> needs,
    Set<Exploitation> exploitation,
    Set<Condition> conditions) {
  public static final Eligibility NOT_SAID =
      new Eligibility(
          Set.of(),
          Answer.NOT_SAID,
          OptionalInt.empty(),
          OptionalInt.empty(),
          Children.NOT_SAID,
          Map.of(),
          Set.of(),
          Set.of());

  public Eligibility {
    genders = Set.copyOf(genders);
    needs = Map.copyOf(needs);
    exploitation = Set.copyOf(exploitation);
    conditions = Set.copyOf(conditions);
  }
}
