package org.havenline.translations.locale;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which languages to try, in order, for a person of a language: her own, one that she surely
/// reads, the parent (`es-MX`: `es`), at last English.
///
/// No matcher by distance: ICU's takes Sorani for Kurmanji, which has another script, and European
/// for Brazilian Portuguese even when both are there. What is not in [AlsoRead] is not guessed.
public final class Fallback {
  public static final String LAST = "en";

  /// Written in two scripts, with no file of the bare language that would be in both.
  private static final Set<String> TWO_SCRIPTS = Set.of("zh", "sr");

  /// Where Spanish is that of Spain and not that of the Americas.
  private static final Set<String> IBERIAN = Set.of("ES", "GQ", "EA", "IC", "PH");

  /// Asked for each text that is said; strangers may write any tag, so not all are kept.
  private static final Map<String, List<String>> FOUND = new ConcurrentHashMap<>();

  private static final int MOST_FOUND = 1_000;

  private Fallback() {}

  /// @param language BCP 47 tag, old or new; anything else gives English
  public static List<String> of(String language) {
    var found = FOUND.get(language);
    if (found != null) {
      return found;
    }
    var order = find(language);
    if (FOUND.size() < MOST_FOUND) {
      FOUND.put(language, order);
    }
    return order;
  }

  private static List<String> find(String language) {
    var tag = AlsoRead.today(ULocale.forLanguageTag(language.replace('_', '-')).toLanguageTag());
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
      order.addAll(AlsoRead.by(tag));
    }
  }

  private static List<String> withParents(String tag) {
    var all = new ArrayList<String>();
    for (var rest = tag; !rest.isEmpty(); rest = parent(rest)) {
      all.add(rest);
    }
    var locale = ULocale.forLanguageTag(tag);
    between(locale.getLanguage(), locale.getCountry(), scriptOf(tag))
        .forEach(one -> all.add(all.size() - 1, one));
    return all;
  }

  /// What lies between a region and its language: `es-MX`, `es-419`, `es`; `zh-HK`, `zh-Hant`.
  private static List<String> between(String language, String region, String script) {
    if (TWO_SCRIPTS.contains(language)) {
      return List.of(language + "-" + script);
    }
    return switch (language) {
      case "es" -> region.isEmpty() || IBERIAN.contains(region) ? List.of() : List.of("es-419");
      case "pt" -> region.isEmpty() || region.equals("BR") ? List.of() : List.of("pt-PT");
      default -> List.of();
    };
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
