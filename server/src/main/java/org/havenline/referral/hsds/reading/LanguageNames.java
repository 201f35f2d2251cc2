package org.havenline.referral.hsds.reading;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Languages by what directories call them: ICU's names in the languages directories are written
/// in, the language's name for itself, codes of two and three letters, and a few customary names.
final class LanguageNames {
  private static final List<String> WRITTEN_IN = List.of("en", "es", "fr", "de", "pt", "ar", "uk");

  /// What ICU does not call them.
  private static final Map<String, String> CUSTOMARY =
      Map.ofEntries(
          Map.entry("farsi", "fa"),
          Map.entry("dari", "prs"),
          Map.entry("mandarin", "zh"),
          Map.entry("mandarin chinese", "zh"),
          Map.entry("cantonese", "yue"),
          Map.entry("filipino", "tl"),
          Map.entry("creole", "ht"),
          Map.entry("haitian", "ht"),
          Map.entry("haitian-creole", "ht"),
          Map.entry("castilian", "es"),
          Map.entry("kurmanji", "kmr"),
          Map.entry("sorani", "ckb"),
          Map.entry("asl", "ase"),
          Map.entry("sign language", "sgn"));

  /// Codes that stand for another: what the rest of the house calls it.
  private static final Map<String, String> HOUSE = Map.of("fil", "tl", "cmn", "zh");

  /// Codes of no language: undetermined, several, none.
  private static final Set<String> NONE = Set.of("und", "mul", "zxx", "mis");

  private static final Map<String, String> BY_NAME = new HashMap<>();
  private static final Set<String> CODES = new HashSet<>();

  static {
    for (var code : ULocale.getISOLanguages()) {
      if (NONE.contains(code)) {
        continue;
      }
      CODES.add(code);
      var of = new ULocale(code);
      for (var in : WRITTEN_IN) {
        learn(of.getDisplayLanguage(new ULocale(in)), code);
      }
      learn(of.getDisplayLanguage(of), code);
    }
    CUSTOMARY.forEach(BY_NAME::put);
  }

  private LanguageNames() {}

  /// The first language of a name keeps it; ICU answers with the code where it has no name.
  private static void learn(String name, String code) {
    if (!name.equals(code) && !name.isBlank()) {
      BY_NAME.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
    }
  }

  /// BCP 47 of a whole name: `Haitian Creole`, `français`.
  static Optional<String> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)))
        .map(LanguageNames::house);
  }

  /// BCP 47 of an ISO 639 code of two or three letters, also with a region: `eng`, `pt-BR`.
  static Optional<String> coded(String code) {
    var locale = ULocale.forLanguageTag(code.strip().replace('_', '-'));
    var language = locale.getLanguage();
    var shorter = ULocale.createCanonical(language).getLanguage();
    return CODES.contains(shorter) ? Optional.of(house(shorter)) : Optional.empty();
  }

  private static String house(String code) {
    return HOUSE.getOrDefault(code, code);
  }
}
