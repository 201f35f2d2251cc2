package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.havenline.contact.Contact;

/// How urgent a contact is and by which signs, without the words.
public final class RiskView {
  private final Function<String, List<String>> codes;

  /// @param codes reads the indicator codes out of a contact's stored signals
  public RiskView(Function<String, List<String>> codes) {
    this.codes = codes;
  }

  JsonObject of(Contact.Understanding understood) {
    var indicators = new JsonArray();
    codes.apply(understood.signals()).stream()
        .distinct()
        .map(code -> new JsonObject().put("code", code).put("label", label(code)))
        .forEach(indicators::add);
    return new JsonObject().put("level", understood.risk().name()).put("indicators", indicators);
  }

  /// `debt-bondage` reads as "Debt bondage".
  static String label(String code) {
    var words = code.replace('-', ' ').replace('_', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
