package org.havenline.referral.said;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.search.answer.Hindrance;
import org.havenline.referral.search.ask.Wish;

/// What a search knows, in words.
public final class Words {
  private Words() {}

  /// `POLICE_REPORT` as "police report".
  public static String of(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public static String of(Wish wish) {
    return switch (wish) {
      case WORDS -> "the words";
      case KIND -> "the kind";
      case NEAR -> "the distance";
      case LANGUAGE -> "the language";
      case OPEN -> "being open";
    };
  }

  public static String of(Hindrance hindrance) {
    return switch (hindrance) {
      case Hindrance.Refuses(var requirement) ->
          "whom services take, or what they demand: " + of(requirement);
      case Hindrance.Avoided() -> "all there is lies, or may lie, where she must not be seen";
      case Hindrance.NotOffered() -> "all there is is closed, or was warned of";
      case Hindrance.NotAsWished(var wish) -> of(wish);
    };
  }

  public static String of(Requirement requirement) {
    return switch (requirement) {
      case GENDER -> "gender";
      case TRANS -> "whether trans people are taken as who they are";
      case AGE -> "age";
      case CHILDREN -> "her children";
      case NEED -> "what the place must be able to receive";
      case EXPLOITATION -> "the form of exploitation";
      case CONDITION -> "what it demands (papers, police report, fee…)";
    };
  }

  public static String of(Set<Requirement> requirements) {
    return requirements.stream().sorted().map(Words::of).collect(joining("; "));
  }

  /// In the largest whole unit.
  public static String of(Duration age) {
    if (age.toDays() > 0) {
      return many(age.toDays(), "day");
    }
    return age.toHours() > 0 ? many(age.toHours(), "hour") : many(age.toMinutes(), "minute");
  }

  public static String many(long count, String unit) {
    return "%,d %s%s".formatted(count, unit, count == 1 ? "" : "s");
  }
}
