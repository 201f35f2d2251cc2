package org.havenline.language.training;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What CLDR knows of a language too small to have free text: its names of countries, languages,
/// months and days. Little, but enough to tell that it is none of ours.
final class Names {
  private Names() {}

  static List<String> of(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    List<String> names = new ArrayList<>();
    for (String country : Locale.getISOCountries()) {
      String code = "und-" + country;
      add(
          names,
          ULocale.getDisplayCountry(code, locale),
          ULocale.getDisplayCountry(code, ULocale.ENGLISH));
    }
    for (String code : ULocale.getISOLanguages()) {
      if (code.length() == 2) {
        add(
            names,
            ULocale.getDisplayLanguage(code, locale),
            ULocale.getDisplayLanguage(code, ULocale.ENGLISH));
      }
    }
    DateFormatSymbols symbols = new DateFormatSymbols(locale);
    names.addAll(Arrays.asList(symbols.getMonths()));
    names.addAll(Arrays.asList(symbols.getWeekdays()));
    List<String> lines = new ArrayList<>();
    for (int at = 0; at + 3 <= names.size(); at += 3) {
      lines.add(String.join(" ", names.subList(at, at + 3)));
    }
    return lines;
  }

  private static void add(List<String> names, String name, String english) {
    if (!name.equals(english) && name.length() > 2) {
      names.add(name);
    }
  }
}
