package org.havenline.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.plan.Step;
import org.havenline.routingconfig.staff.LanguageLevel;

/// What a responder must have to be asked about a contact.
///
/// @param languages one of these must be spoken; empty: any
/// @param level least level of that language
/// @param skills all of these
/// @param wishes one of these when there are any; no step of an escalation takes them away
public record Requirement(
    List<String> languages, LanguageLevel level, Set<String> skills, Set<Gender> wishes) {

  public Requirement {
    languages = List.copyOf(languages);
    skills = Set.copyOf(skills);
    wishes = Set.copyOf(wishes);
  }

  /// What is left of it from a step on.
  Requirement relaxed(Step.Offer offer) {
    return new Requirement(
        offer.language() == Step.Language.ANY ? List.of() : languages,
        offer.language() == Step.Language.REQUIRED ? level : LanguageLevel.BASIC,
        offer.skills() == Step.Skills.ANY ? Set.of() : skills,
        wishes);
  }

  /// The first required language that a responder speaks well enough.
  public Optional<String> spoken(Map<String, LanguageLevel> speaks) {
    return languages.stream()
        .filter(wanted -> best(wanted, speaks).map(has -> has.atLeast(level)).orElse(false))
        .findFirst();
  }

  /// `pt` serves `pt-BR` and the reverse: a region narrows a language, it does not make another.
  public static Optional<LanguageLevel> best(String wanted, Map<String, LanguageLevel> speaks) {
    return speaks.entrySet().stream()
        .filter(entry -> same(wanted, entry.getKey()))
        .map(Map.Entry::getValue)
        .min(LanguageLevel::compareTo);
  }

  private static boolean same(String a, String b) {
    return a.equals(b) || a.startsWith(b + "-") || b.startsWith(a + "-");
  }

  /// In words, for staff.
  @Override
  public String toString() {
    var words = new StringBuilder(languages.isEmpty() ? "any language" : names());
    if (!languages.isEmpty()) {
      words.append(" (").append(level.name().toLowerCase(Locale.ROOT)).append(" or better)");
    }
    skills.stream().sorted().forEach(skill -> words.append(", trained: ").append(skill));
    wishes.stream()
        .sorted()
        .forEach(wish -> words.append(", a ").append(wish.name().toLowerCase(Locale.ROOT)));
    return words.toString();
  }

  private String names() {
    return String.join(" or ", languages.stream().map(Requirement::nameOf).toList());
  }

  /// Name of a language in English.
  static String nameOf(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }
}
