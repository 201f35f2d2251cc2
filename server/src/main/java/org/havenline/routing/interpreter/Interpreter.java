package org.havenline.routing.interpreter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.routing.Requirement;
import org.havenline.routingconfig.staff.LanguageLevel;

/// Somebody who can interpret now: a colleague on duty, or one who is called in.
///
/// @param id of a responder or of an entry of the interpreters table
/// @param communities she belongs to
public record Interpreter(
    String id, String name, Map<String, LanguageLevel> languages, Set<String> communities) {

  public Interpreter {
    languages = Map.copyOf(languages);
    communities = Set.copyOf(communities);
  }

  boolean speaks(String language, LanguageLevel least) {
    return level(language).map(level -> level.atLeast(least)).orElse(false);
  }

  Optional<LanguageLevel> level(String language) {
    return Requirement.best(language, languages);
  }

  boolean isOfNone(Set<String> avoided) {
    return communities.stream().noneMatch(avoided::contains);
  }
}
