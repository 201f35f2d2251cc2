package org.havenline.translations;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which languages to try, in order, for a person of a language: her own, one that she surely
/// reads, the parent (`es-MX`: `es`), at last English.
///
/// No matcher by distance: ICU's takes Sorani for Kurmanji, which has another script, and European
/// for Brazilian Portuguese even when both are there. What is not in the table is not guessed.
final class Fallback {
  static final String LAST = "en";

  /// Dari is read by readers of Persian; Sorani by nobody but its own.
  private static final Map<String, List<String>> ALSO_READ =
      Map.of(
          "prs", List.of("fa-AF", "fa"),
          "fa-AF", List.of("prs", "fa"),
          "fa", List.of("prs"),
          "ckb", List.of(),
          "ku", List.of("kmr"),
          "pt", List.of("pt-BR", "pt-PT"),
          "pt-PT", List.of("pt", "pt-BR"),
          "tl", List.of("fil"),
          "fil", List.of("tl"),
          "no", List.of("nb"));

  private Fallback() {}

  static List<String> of(String language) {
    var tag = ULocale.forLanguageTag(language).toLanguageTag();
    var order = new LinkedHashSet<String>();
    var script = scriptOf(tag);
    for (var one : withParents(tag)) {
      if (scriptOf(one).equals(script)) {
        add(one, order);
      }
    }
    order.add(LAST);
    return List.copyOf(order);
  }

  private static void add(String tag, Set<String> order) {
    if (order.add(tag)) {
      ALSO_READ.getOrDefault(tag, List.of()).forEach(other -> order.add(other));
    }
  }

  private static List<String> withParents(String tag) {
    var all = new ArrayList<String>();
    for (var rest = tag; !rest.isEmpty(); rest = parent(rest)) {
      all.add(rest);
    }
    return all;
  }

  private static String parent(String tag) {
    int cut = tag.lastIndexOf('-');
    return cut < 0 ? "" : tag.substring(0, cut);
  }

  /// `zh-TW` is written in Hant and must not fall to `zh`, which is Hans.
  private static String scriptOf(String tag) {
    return ULocale.addLikelySubtags(ULocale.forLanguageTag(tag)).getScript();
  }
}
