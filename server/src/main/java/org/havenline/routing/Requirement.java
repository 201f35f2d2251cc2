package org.havenline.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.language.LanguageGraph.Way;
import org.havenline.routingconfig.plan.Step;
import org.havenline.routingconfig.staff.LanguageLevel;

/// What a responder must have to be asked about a contact.
///
/// @param languages one of these must be spoken; empty: any
/// @param level least level of that language
/// @param skills all of these, at this level at least
/// @param wishes one of these when there are any; no step of an escalation takes them away
/// @param always skills that no step takes away either
/// @param ways how these languages and the person's own are understood by those who do not speak
///   them
public record Requirement(
    List<String> languages,
    LanguageLevel level,
    Map<String, Integer> skills,
    Set<Gender> wishes,
    Map<String, Integer> always,
    List<Way> ways) {

  public Requirement {
    languages = List.copyOf(languages);
    skills = Map.copyOf(skills);
    wishes = Set.copyOf(wishes);
    always = Map.copyOf(always);
    ways = List.copyOf(ways);
  }

  /// How well a language is understood.
  ///
  /// @param through the language it is understood through; empty when it is spoken itself
  public record Understood(LanguageLevel level, Optional<String> through) {}

  /// What is left of it from a step on.
  Requirement relaxed(Step.Offer offer) {
    return new Requirement(
        offer.language() == Step.Language.ANY ? List.of() : languages,
        offer.language() == Step.Language.REQUIRED ? level : LanguageLevel.BASIC,
        offer.skills() == Step.Skills.ANY ? Map.of() : skills,
        wishes,
        always,
        ways);
  }

  /// Whether a responder has it all, however busy she is.
  public boolean metBy(FreeResponder one) {
    return granted(one.gender())
        && has(one.skills(), always)
        && has(one.skills(), skills)
        && spoken(one.languages());
  }

  /// Whether a responder has what no step takes away: what she wished for, and what a minor needs.
  public boolean isRespectedBy(FreeResponder one) {
    return granted(one.gender()) && has(one.skills(), always);
  }

  /// A wish for a woman or a man is not met by somebody of whom neither is known.
  private boolean granted(Optional<Gender> gender) {
    return wishes.isEmpty() || (gender.isPresent() && wishes.contains(gender.get()));
  }

  private static boolean has(Map<String, Integer> trained, Map<String, Integer> needed) {
    for (var skill : needed.entrySet()) {
      if (trained.getOrDefault(skill.getKey(), 0) < skill.getValue()) {
        return false;
      }
    }
    return true;
  }

  /// Whether one of the required languages is understood well enough, or none is required.
  public boolean spoken(Map<String, LanguageLevel> speaks) {
    for (var wanted : languages) {
      var best = best(wanted, speaks);
      if (best.isPresent() && best.get().level().atLeast(level)) {
        return true;
      }
    }
    return languages.isEmpty();
  }

  /// How well a language is understood by one who speaks these; itself before through another.
  public Optional<Understood> best(String wanted, Map<String, LanguageLevel> speaks) {
    Understood best = null;
    for (var own : speaks.entrySet()) {
      if (LanguageGraph.same(wanted, own.getKey())
          && (best == null || own.getValue().compareTo(best.level()) < 0)) {
        best = new Understood(own.getValue(), Optional.empty());
      }
    }
    for (var way : ways) {
      var level =
          way.language().equals(wanted) ? level(way, speaks) : Optional.<LanguageLevel>empty();
      if (level.isPresent() && (best == null || level.get().compareTo(best.level()) < 0)) {
        best = new Understood(level.get(), Optional.of(way.through()));
      }
    }
    return Optional.ofNullable(best);
  }

  /// Understanding through a language is worth no more than that language is spoken.
  private static Optional<LanguageLevel> level(Way way, Map<String, LanguageLevel> speaks) {
    return speaks.entrySet().stream()
        .filter(own -> LanguageGraph.same(way.through(), own.getKey()))
        .map(Map.Entry::getValue)
        .min(LanguageLevel::compareTo)
        .map(level -> level.compareTo(way.most()) > 0 ? level : way.most());
  }

  /// In words, for staff.
  @Override
  public String toString() {
    var words = new StringBuilder(languages.isEmpty() ? "any language" : names());
    if (!languages.isEmpty()) {
      words.append(" (").append(level.name().toLowerCase(Locale.ROOT)).append(" or better)");
    }
    skillsInWords(skills).forEach(skill -> words.append(", trained: ").append(skill));
    skillsInWords(always).forEach(skill -> words.append(", always: ").append(skill));
    wishes.stream()
        .sorted()
        .forEach(wish -> words.append(", a ").append(wish.name().toLowerCase(Locale.ROOT)));
    return words.toString();
  }

  /// `crisis`, or `crisis 2` where it takes more than to be trained.
  static List<String> skillsInWords(Map<String, Integer> skills) {
    return skills.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(skill -> skill.getKey() + (skill.getValue() > 1 ? " " + skill.getValue() : ""))
        .toList();
  }

  private String names() {
    return String.join(" or ", languages.stream().map(Requirement::nameOf).toList());
  }

  /// Name of a language in English.
  static String nameOf(String tag) {
    return switch (tag) {
      // the JDK has no name for these
      case "prs" -> "Dari";
      case "cnr" -> "Montenegrin";
      default -> Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    };
  }
}
