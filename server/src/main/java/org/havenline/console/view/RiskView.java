package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;
import org.havenline.contact.Contact;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.Signal;

/// How urgent something is, and by which signs.
final class RiskView {
  private final UnaryOperator<String> meaning;

  /// @param meaning of a code in plain words; empty when there is none
  RiskView(UnaryOperator<String> meaning) {
    this.meaning = meaning;
  }

  /// A contact's level and signs, without words.
  JsonObject of(Contact.Understanding understood) {
    var indicators = new JsonArray();
    signals(understood.signals()).stream()
        .map(Signal::code)
        .distinct()
        .map(this::named)
        .forEach(indicators::add);
    return new JsonObject()
        .put("level", understood.risk().name())
        .put("indicators", indicators)
        .put("judged", understood.judged());
  }

  /// The signs in one message, each with the place of its words.
  JsonArray inMessage(String encoded) {
    var found = new JsonArray();
    for (var signal : signals(encoded)) {
      for (var words : signal.words()) {
        found.add(
            named(signal.code())
                .put("start", words.start())
                .put("end", words.end())
                .put("rule", signal.ruleId()));
      }
    }
    return found;
  }

  private JsonObject named(String code) {
    var view = new JsonObject().put("code", code).put("label", label(code));
    var words = meaning.apply(code);
    return words.isEmpty() ? view : view.put("meaning", words);
  }

  static RiskAssessment assessment(String encoded) {
    return encoded.isEmpty() ? RiskAssessment.none() : RiskAssessment.parse(encoded);
  }

  private static List<Signal> signals(String encoded) {
    return assessment(encoded).signals();
  }

  /// `debt-bondage` reads as "Debt bondage".
  private static String label(String code) {
    var words = code.replace('-', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
