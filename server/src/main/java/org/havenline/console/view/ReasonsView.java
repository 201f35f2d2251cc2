package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import java.util.Locale;
import java.util.stream.Collectors;
import org.havenline.contact.Contact;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.Signal;
import org.havenline.routingconfig.RiskLevel;

/// Why a contact is where it is, in sentences: its language, its risk, its queue.
final class ReasonsView {
  private ReasonsView() {}

  static JsonArray of(Contact contact) {
    var place = contact.place();
    return new JsonArray()
        .add(LanguageView.reason(contact.understanding()))
        .add(risk(contact.understanding()))
        .add("queue " + place.queue() + " by rule " + place.rule());
  }

  private static String risk(Contact.Understanding understood) {
    var level = understood.risk().name().toLowerCase(Locale.ROOT);
    var later = RiskView.assessment(understood.unjudged());
    if (!later.signals().isEmpty() && !later.level().equals(RiskLevel.STANDARD)) {
      return "risk " + level + " by signs of " + codes(later) + afterwards(understood);
    }
    if (understood.judged()) {
      return "risk " + level + ", as a colleague judged";
    }
    return understood.risk() == RiskLevel.STANDARD
        ? "no sign of danger was found"
        : "risk " + level + " until a colleague judges it: not all can be read by our rules";
  }

  private static String afterwards(Contact.Understanding understood) {
    return understood.judged() ? " in what came after a colleague judged it" : "";
  }

  private static String codes(RiskAssessment found) {
    return found.signals().stream()
        .map(Signal::code)
        .distinct()
        .map(code -> code.replace('-', ' '))
        .collect(Collectors.joining(", "));
  }
}
