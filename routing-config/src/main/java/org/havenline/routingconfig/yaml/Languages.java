package org.havenline.routingconfig.yaml;

import java.util.IllformedLocaleException;
import java.util.Locale;

/// Tags of languages (BCP 47), in their one canonical spelling.
public final class Languages {
  private Languages() {}

  public static String read(Value value) {
    var tag = value.text();
    try {
      var locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!tag.isEmpty() && !locale.getLanguage().isEmpty()) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException _) {
      // falls to the finding
    }
    value.fault(
        "'" + Words.shown(tag) + "' is not a tag of a language",
        "Write it as in BCP 47, for instance es, prs or zh-Hans");
    return "und";
  }
}
