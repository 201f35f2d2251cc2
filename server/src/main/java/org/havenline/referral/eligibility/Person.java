package org.havenline.referral.eligibility;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the responder ticks while she searches: only what the search needs, never kept.
///
/// @param gender empty while not known
/// @param trans whether she says she is trans
/// @param age full years; empty while not known
/// @param children who come along
/// @param needs what the place must be able to receive
/// @param exploitation empty while not known
/// @param cannotMeet what she cannot or does not want to do or show
public record Person(
    Optional<Gender> gender,
    Answer trans,
    OptionalInt age,
    List<Child> children,
    Set<Need> needs,
    Set<Exploitation> exploitation,
    Set<Condition> cannotMeet) {
  /// Nothing is known yet.
  public static final Person UNKNOWN =
      new Person(
          Optional.empty(),
          Answer.NOT_SAID,
          OptionalInt.empty(),
          List.of(),
          Set.of(),
          Set.of(),
          Set.of());

  public Person {
    children = List.copyOf(children);
    needs = Set.copyOf(needs);
    exploitation = Set.copyOf(exploitation);
    cannotMeet = Set.copyOf(cannotMeet);
  }
}
