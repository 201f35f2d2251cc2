package org.havenline.routing.interpreter;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.staff.LanguageLevel;

/// Somebody who can interpret now: a colleague on duty, or one who is called in.
///
/// @param id of a responder or of an entry of the interpreters table
/// @param communities she belongs to
/// @param colleague empty for one who is called in
public record Interpreter(
    String id,
    String name,
    Map<String, LanguageLevel> languages,
    Set<String> communities,
    Optional<FreeResponder> colleague) {

  public Interpreter {
    languages = Map.copyOf(languages);
    communities = Set.copyOf(communities);
  }

  boolean speaks(String language, LanguageLevel least) {
    return level(language).map(level -> level.atLeast(least)).orElse(false);
  }

  /// What she speaks herself: whoever interprets must not guess.
  Optional<LanguageLevel> level(String language) {
    return languages.entrySet().stream()
        .filter(own -> LanguageGraph.same(language, own.getKey()))
        .map(Map.Entry::getValue)
        .min(LanguageLevel::compareTo);
  }

  /// Of those called in the table says neither gender nor staff, so only communities count.
  boolean maySitWith(Triage triage) {
    return colleague
        .map(triage::mayInterpret)
        .orElse(Collections.disjoint(communities, triage.avoided().communities()));
  }
}
