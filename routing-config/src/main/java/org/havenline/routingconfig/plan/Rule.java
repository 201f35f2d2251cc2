package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.routingconfig.asking.AskOrder;
import org.havenline.routingconfig.choice.Choice;
import org.havenline.routingconfig.condition.Condition;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.staff.Skill;
import org.havenline.routingconfig.yaml.Fields;

/// One rule: which contacts, where they wait, who may answer, how long each is asked, and what
/// follows when nobody comes.
///
/// @param conditional whether the table has a `when` here
/// @param when empty also when the condition is faulty; such tables are never in force
/// @param level least level at which the responder speaks the language
/// @param skills the responder has all of these, at this level at least
/// @param offerTimeout how long one responder is asked
/// @param choice among those who may answer
/// @param order whom of those who may answer is asked first
/// @param ask how many are asked at once, 1 to 10
public record Rule(
    RuleId id,
    boolean conditional,
    Optional<Condition> when,
    QueueId queue,
    LanguageNeed language,
    LanguageLevel level,
    Map<String, Integer> skills,
    HeadStart headStart,
    Duration offerTimeout,
    String escalation,
    Choice choice,
    AskOrder order,
    int ask) {

  /// More than this would hold too many for one.
  static final int MOST_AT_ONCE = 10;

  static Rule read(Fields fields, Supplier<Conditions> conditions) {
    var when = fields.optional("when");
    return new Rule(
        new RuleId(fields.required("id").map(v -> v.declares("rule")).orElse("")),
        when.isPresent(),
        when.flatMap(value -> conditions.get().compile(value)),
        new QueueId(fields.required("queue").map(v -> v.refersTo("queue")).orElse("")),
        fields.required("language").map(LanguageNeed::read).orElse(LanguageNeed.ANY),
        fields
            .optional("level")
            .flatMap(v -> v.word(LanguageLevel.class))
            .orElse(LanguageLevel.WORKING),
        fields.optional("skills").map(Skill::levels).orElse(Map.of()),
        fields.required("head-start").map(HeadStart::read).orElse(HeadStart.NONE),
        fields
            .required("offer-timeout")
            .map(v -> v.duration(Duration.ofSeconds(10), Duration.ofMinutes(10)))
            .orElse(Duration.ofSeconds(10)),
        fields.required("escalation").map(v -> v.refersTo("escalation")).orElse(""),
        fields.optional("choice").map(v -> Choice.read(v, conditions)).orElse(Choice.ANYONE),
        fields.optional("order").flatMap(v -> v.word(AskOrder.class)).orElse(AskOrder.LONGEST_IDLE),
        fields.optional("ask").map(v -> v.whole(1, MOST_AT_ONCE)).orElse(1));
  }
}
