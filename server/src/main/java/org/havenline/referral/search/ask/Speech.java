package org.havenline.referral.search.ask;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which languages she can be helped in.
///
/// @param languages BCP 47, any of them is enough; empty if it does not matter. Only what stands
///   before a hyphen is compared: who speaks Portuguese understands Brazilians
/// @param byInterpreter whether through an interpreter is good enough
public record Speech(Set<String> languages, boolean byInterpreter) {
  public static final Speech ANY = new Speech(Set.of(), true);

  public Speech {
    languages = languages.stream().map(Speech::first).collect(Collectors.toUnmodifiableSet());
  }

  /// `pt` of `pt-BR`.
  public static String first(String language) {
    return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
