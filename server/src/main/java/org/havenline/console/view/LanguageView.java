package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.havenline.contact.Contact;
import org.havenline.language.LanguageGuess;

/// Which language a person writes, how sure that is, and which others it may be.
final class LanguageView {
  private LanguageView() {}

  static JsonObject of(Contact.Understanding understood) {
    var view =
        new JsonObject()
            .put("tag", understood.language())
            .put("confidence", understood.confidence())
            .put("certainty", certainty(understood));
    var likely = new JsonArray();
    candidates(understood).forEach(likely::add);
    return view.put("likely", likely);
  }

  /// Why it is taken for this language.
  static String reason(Contact.Understanding understood) {
    var share = String.format(Locale.ROOT, "%.0f %%", 100 * understood.confidence());
    var name = Locale.forLanguageTag(understood.language()).getDisplayLanguage(Locale.ENGLISH);
    return switch (certainty(understood)) {
      case "chosen" -> name + ", as a colleague said";
      case "own" -> name + ", as she chose herself";
      case "set" -> name + ", by her words and her number (" + share + ")";
      case "provisional" -> "probably " + name + ", by her words and her number (" + share + ")";
      default -> "language not known: no language is likely enough";
    };
  }

  /// In the words of the contract.
  private static String certainty(Contact.Understanding understood) {
    return switch (understood.certainty()) {
      case Contact.Understanding.CHOSEN -> "chosen";
      case Contact.Understanding.OWN -> "own";
      case "SET" -> "set";
      case "PROVISIONAL" -> "provisional";
      default -> "unknown";
    };
  }

  private static List<JsonObject> candidates(Contact.Understanding understood) {
    return Arrays.stream(understood.candidates().split(" ", -1))
        .map(one -> one.split(":", 2))
        .filter(one -> one.length == 2 && !one[0].equals(LanguageGuess.UNKNOWN))
        .map(one ->
            new JsonObject().put("tag", one[0]).put("probability", Double.parseDouble(one[1])))
        .toList();
  }
}
