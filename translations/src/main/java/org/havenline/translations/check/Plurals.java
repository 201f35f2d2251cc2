package org.havenline.translations.check;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands in the places of a message: their arguments, and the forms for numbers.
final class Plurals {
  private Plurals() {}

  /// Forms that the language has (CLDR) and a number in the message lacks.
  static Set<String> missing(MessagePattern pattern, String locale) {
    var missing = new TreeSet<String>();
    for (int i = 0; i < pattern.countParts(); i++) {
      var part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START && part.getArgType().hasPluralStyle()) {
        var type = part.getArgType() == ArgType.PLURAL ? PluralType.CARDINAL : PluralType.ORDINAL;
        var needed =
            new TreeSet<>(
                PluralRules.forLocale(ULocale.forLanguageTag(locale), type).getKeywords());
        needed.removeAll(selectors(pattern, i));
        missing.addAll(needed);
      }
    }
    return missing;
  }

  /// Names of arguments and how each is formatted: a number must stay one.
  static Map<String, ArgType> arguments(MessagePattern pattern) {
    var all = new TreeMap<String, ArgType>();
    for (int i = 0; i < pattern.countParts() - 1; i++) {
      var part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        all.put(pattern.getSubstring(pattern.getPart(i + 1)), part.getArgType());
      }
    }
    return all;
  }

  /// The selectors of one argument, not of those nested in it.
  private static Set<String> selectors(MessagePattern pattern, int start) {
    var all = new TreeSet<String>();
    int end = pattern.getLimitPartIndex(start);
    for (int i = start + 1; i < end; i++) {
      switch (pattern.getPartType(i)) {
        case ARG_SELECTOR -> all.add(pattern.getSubstring(pattern.getPart(i)));
        case MSG_START -> i = pattern.getLimitPartIndex(i);
        default -> {}
      }
    }
    return all;
  }
}
