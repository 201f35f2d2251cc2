package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.routingconfig.asking.AskOrder;
import org.havenline.routingconfig.choice.Choice;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.plan.Step.Action;
import org.havenline.routingconfig.plan.Step.Breaks;
import org.havenline.routingconfig.plan.Step.CallBack;
import org.havenline.routingconfig.plan.Step.Interpreter;
import org.havenline.routingconfig.plan.Step.Language;
import org.havenline.routingconfig.plan.Step.Move;
import org.havenline.routingconfig.plan.Step.Offer;
import org.havenline.routingconfig.plan.Step.Page;
import org.havenline.routingconfig.plan.Step.Partner;
import org.havenline.routingconfig.plan.Step.Skills;
import org.havenline.routingconfig.plan.Step.Tell;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// How what a step does is written.
final class StepReader {
  /// Key → its reader, in the order in which a finding lists them.
  static final Map<String, Function<Value, Action>> KEYS = keys();

  /// Texts with a place for a telephone number, which only a partner step fills.
  private static final String PARTNER_TEXT = "partner";

  /// How the people on call are reached.
  private enum By {
    SMS,
    PHONE
  }

  private StepReader() {}

  private static Map<String, Function<Value, Action>> keys() {
    var all = new LinkedHashMap<String, Function<Value, Action>>();
    all.put("offer", StepReader::offer);
    all.put("interpreter", StepReader::interpreter);
    all.put("tell", StepReader::tell);
    all.put("page", StepReader::page);
    all.put("partner", StepReader::partner);
    all.put("call-back", StepReader::callBack);
    return Collections.unmodifiableMap(all);
  }

  private static Action offer(Value value) {
    var fields = value.fields();
    var language = fields.optional("language").flatMap(v -> v.word(Language.class));
    var skills = fields.optional("skills").flatMap(v -> v.word(Skills.class));
    var breaks = fields.optional("breaks").flatMap(v -> v.word(Breaks.class));
    var order = fields.optional("order").flatMap(v -> v.word(AskOrder.class));
    var ask = fields.optional("ask").map(v -> v.whole(1, Rule.MOST_AT_ONCE)).orElse(1);
    fields.done();
    var offer =
        new Offer(
            language.orElse(Language.REQUIRED),
            skills.orElse(Skills.REQUIRED),
            breaks.orElse(Breaks.REQUIRED),
            order,
            ask);
    if (offer.equals(Offer.OF_THE_RULE)) {
      value.fault(
          "this offer relaxes nothing",
          "Add 'language: any-level', 'language: any', 'skills: any', 'breaks: any' or 'ask: 3'");
    }
    return offer;
  }

  private static Action interpreter(Value value) {
    return new Interpreter(value.word(LanguageLevel.class).orElse(LanguageLevel.WORKING));
  }

  static Action move(Value value, Supplier<Conditions> conditions) {
    var fields = value.fields();
    var move =
        new Move(
            fields.optional("choice").map(v -> Choice.read(v, conditions)).orElse(Choice.ANYONE),
            fields.optional("head-start").map(v -> v.duration(Duration.ZERO, Duration.ofDays(1))));
    fields.done();
    return move;
  }

  private static Action tell(Value value) {
    return new Tell(plainText(value));
  }

  private static Action page(Value value) {
    if (value.isText()) {
      return new Page(value.refersTo("on-call"));
    }
    var fields = value.fields();
    var onCall = fields.required("on-call").map(v -> v.refersTo("on-call")).orElse("");
    var by = fields.required("by");
    fields.done();
    by.ifPresent(ways -> {
      var found = ways.words(By.class);
      if (found.contains(By.PHONE)) {
        ways.fault("nobody can be called by telephone yet", "Write 'by: [sms]'");
      } else if (found.isEmpty()) {
        ways.fault("this reaches nobody", "Write 'by: [sms]'");
      }
    });
    return new Page(onCall);
  }

  private static Action partner(Value value) {
    if (value.isText()) {
      return new Partner(value.refersTo("partner"), Optional.empty());
    }
    var fields = value.fields();
    var partner =
        new Partner(
            fields.required("line").map(v -> v.refersTo("partner")).orElse(""),
            fields.optional("tell").map(v -> v.refersTo("text")));
    fields.done();
    return partner;
  }

  private static Action callBack(Value value) {
    var fields = value.fields();
    var callBack =
        new CallBack(
            within(fields),
            fields.required("page").map(v -> v.refersTo("on-call")).orElse(""),
            fields.optional("tell").map(StepReader::plainText));
    fields.done();
    return callBack;
  }

  private static Duration within(Fields fields) {
    return fields
        .required("within")
        .map(v -> v.duration(Duration.ofMinutes(5), Duration.ofDays(2)))
        .orElse(Duration.ofHours(1));
  }

  private static String plainText(Value value) {
    var key = value.refersTo("text");
    if (key.equals(PARTNER_TEXT)) {
      value.fault(
          "the text '" + key + "' has a place for a partner's number",
          "Name it in a partner step, or take 'waiting' here");
    }
    return key;
  }
}
