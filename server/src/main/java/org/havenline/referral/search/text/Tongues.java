package org.havenline.referral.search.text;

import java.util.HashSet;
import java.util.Set;
import org.havenline.referral.directory.Spoken;
import org.havenline.referral.search.ask.Speech;

/// Languages of a service as terms of the index.
public final class Tongues {
  public static final String NOT_SAID = "not said";
  public static final String ANY_BY_INTERPRETER = "any by interpreter";

  private Tongues() {}

  public static String there(String language) {
    return "there " + language;
  }

  public static String byInterpreter(String language) {
    return "interpreter " + language;
  }

  public static Set<String> terms(Spoken spoken) {
    Set<String> terms = new HashSet<>();
    spoken.there().forEach(language -> terms.add(there(Speech.first(language))));
    spoken.byInterpreter().forEach(language -> terms.add(byInterpreter(Speech.first(language))));
    if (spoken.anyByInterpreter()) {
      terms.add(ANY_BY_INTERPRETER);
    }
    if (terms.isEmpty()) {
      terms.add(NOT_SAID);
    }
    return terms;
  }
}
