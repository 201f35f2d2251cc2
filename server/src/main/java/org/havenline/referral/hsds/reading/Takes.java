package org.havenline.referral.hsds.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Children;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Exploitation;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;

/// Whom a service takes: our own fields, and of HSDS's only what is sure. Its free text is never
/// read as a limit; a guess there would turn somebody away whom nobody turned away.
final class Takes {
  /// HSDS has no sign for "no upper limit"; directories write it as an age nobody exceeds.
  private static final int NO_LIMIT = 99;

  private static final Pattern IDENTITY =
      Pattern.compile(
          "\\b(passports?|identity card|identification|(photo|picture|government|state)[- ]?(issued"
              + " )?id|driver.?s licen[sc]e|birth certificate)\\b",
          Pattern.CASE_INSENSITIVE);

  private Takes() {}

  static Eligibility of(ObjectNode service) {
    var own = OwnFields.of(service).path("eligibility");
    var children = own.path("children");
    return new Eligibility(
        named(Gender.class, own, "genders"),
        answer(own, "trans"),
        first(Fields.whole(own, "youngest"), youngest(service)),
        first(Fields.whole(own, "oldest"), oldest(service)),
        new Children(
            answer(children, "admitted"),
            Fields.whole(children, "oldest_boy"),
            Fields.whole(children, "oldest_girl"),
            Fields.whole(children, "most")),
        needs(own.path("needs")),
        named(Exploitation.class, own, "exploitation"),
        conditions(service, own));
  }

  private static OptionalInt youngest(ObjectNode service) {
    var age = Fields.whole(service, "minimum_age");
    return age.orElse(0) > 0 ? age : OptionalInt.empty();
  }

  private static OptionalInt oldest(ObjectNode service) {
    var age = Fields.whole(service, "maximum_age");
    return age.orElse(0) > 0 && age.orElse(0) < NO_LIMIT ? age : OptionalInt.empty();
  }

  private static OptionalInt first(OptionalInt one, OptionalInt other) {
    return one.isPresent() ? one : other;
  }

  private static Set<Condition> conditions(ObjectNode service, JsonNode own) {
    var conditions = new TreeSet<>(named(Condition.class, own, "conditions"));
    if (!own.has("conditions")) {
      boolean paid =
          Fields.objects(service, "cost_options").stream()
              .anyMatch(cost -> cost.path("amount").asDouble() > 0);
      if (paid) {
        conditions.add(Condition.FEE);
      }
      boolean papers =
          Fields.objects(service, "required_documents").stream()
              .flatMap(one -> Fields.text(one, "document").stream())
              .anyMatch(text -> IDENTITY.matcher(text).find());
      if (papers) {
        conditions.add(Condition.PAPERS);
      }
    }
    return conditions;
  }

  private static Map<Need, Answer> needs(JsonNode own) {
    var needs = new EnumMap<Need, Answer>(Need.class);
    for (var need : Need.values()) {
      var answer = answer(own, word(need));
      if (answer != Answer.NOT_SAID) {
        needs.put(need, answer);
      }
    }
    return needs;
  }

  private static Answer answer(JsonNode node, String field) {
    return switch (Fields.text(node, field).orElse("").toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> Answer.YES;
      case "no", "false" -> Answer.NO;
      default -> Answer.NOT_SAID;
    };
  }

  private static <E extends Enum<E>> Set<E> named(Class<E> type, JsonNode node, String field) {
    var said = Fields.texts(node, field);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> said.contains(word(one)))
        .collect(Collectors.toSet());
  }

  /// `POLICE_REPORT` is written `police_report`.
  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
