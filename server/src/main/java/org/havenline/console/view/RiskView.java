package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.havenline.contact.Contact;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.Signal;

/// How urgent something is, and by which signs.
final class RiskView {
  private RiskView() {}

  /// A contact's level and signs, without words.
  static JsonObject of(Contact.Understanding understood) {
    var indicators = new JsonArray();
    signals(understood.signals()).stream()
        .map(Signal::code)
        .distinct()
        .map(code -> new JsonObject().put("code", code).put("label", label(code)))
        .forEach(indicators::add);
    return new JsonObject().put("level", understood.risk().name()).put("indicators", indicators);
  }

  /// The signs in one message, each with the place of its words.
  static JsonArray inMessage(String encoded) {
    var found = new JsonArray();
    for (var signal : signals(encoded)) {
      for (var words : signal.words()) {
        found.add(
            new JsonObject()
                .put("start", words.start())
                .put("end", words.end())
                .put("code", signal.code())
                .put("label", label(signal.code())));
      }
    }
    return found;
  }

  private static List<Signal> signals(String encoded) {
    return encoded.isEmpty() ? List.of() : RiskAssessment.parse(encoded).signals();
  }

  /// `debt-bondage` reads as "Debt bondage".
  private static String label(String code) {
    var words = code.replace('-', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
