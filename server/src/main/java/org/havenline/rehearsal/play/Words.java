package org.havenline.rehearsal.play;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.plan.Step;

/// How tables and contacts are said in English, for staff.
public final class Words {
  private Words() {}

  /// What a step of an escalation does.
  public static String step(Step.Action action) {
    return switch (action) {
      case Step.Offer(var language, var skills, _, _, var ask) ->
          "offer to "
              + switch (language) {
                case REQUIRED -> "the same";
                case ANY_LEVEL -> "the same languages at any level";
                case ANY -> "whoever is there, whatever they speak";
              }
              + (skills == Step.Skills.ANY ? ", trained or not" : "")
              + (ask > 1 ? ", " + ask + " at once" : "");
      case Step.Page(var onCall) -> "text those on call (" + onCall + ")";
      case Step.Tell(var text) -> "tell her the text '" + text + "'";
      case Step.Interpreter(var level) ->
          "offer with an interpreter (" + level.name().toLowerCase(Locale.ROOT) + " or better)";
      case Step.Partner(var partner, var tells) ->
          "hand over to partner '" + partner + "'" + andTell(tells);
      case Step.CallBack promise ->
          "promise that somebody comes back to her within "
              + time(promise.within())
              + ", texting those on call ("
              + promise.page()
              + ") when it is due"
              + andTell(promise.tells());
      // who is asked instead is said for each responder
      case Step.Move _ -> "ask others instead";
    };
  }

  private static String andTell(Optional<String> text) {
    return text.map(key -> " and tell her the text '" + key + "'").orElse("");
  }

  /// `45 s`, `2 min`, `1 h 5 min`.
  public static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min" + rest(seconds % 60, " s");
    }
    return seconds / 3600 + " h" + rest(seconds / 60 % 60, " min");
  }

  private static String rest(long amount, String unit) {
    return amount == 0 ? "" : " " + amount + unit;
  }

  public static String time(double seconds) {
    return time(Duration.ofSeconds(Math.round(seconds)));
  }

  /// Name of a language in English.
  public static String language(String tag) {
    return tag.equals(Triage.UNKNOWN_LANGUAGE)
        ? "not known"
        : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }

  public static String contact(Triage triage) {
    var wishes =
        triage.wishes().stream()
            .sorted()
            .map(wish -> ", asks for a " + wish.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    return triage.channel()
        + (triage.subLine().isEmpty() ? "" : ", sub-line " + triage.subLine())
        + ", language "
        + language(triage.language())
        + ", risk "
        + triage.risk()
        + (triage.country().isEmpty() ? "" : ", number from " + triage.country())
        + (triage.minor() ? ", a minor" : "")
        + wishes;
  }
}
