package org.havenline.routingconfig.staff;

import java.util.HashMap;
import java.util.Map;
import org.havenline.routingconfig.yaml.Languages;
import org.havenline.routingconfig.yaml.Value;

/// How well a responder speaks a language, best first.
public enum LanguageLevel {
  NATIVE,
  FLUENT,
  /// enough for a conversation about danger and help
  WORKING,
  /// enough to say who will come
  BASIC;

  /// Languages with their levels: `{es: native, en: working}`.
  public static Map<String, LanguageLevel> each(Value value) {
    var all = new HashMap<String, LanguageLevel>();
    value
        .entries()
        .forEach((language, level) ->
            level
                .word(LanguageLevel.class)
                .ifPresent(known -> all.put(Languages.read(language), known)));
    return all;
  }

  public boolean atLeast(LanguageLevel least) {
    return compareTo(least) <= 0;
  }
}
