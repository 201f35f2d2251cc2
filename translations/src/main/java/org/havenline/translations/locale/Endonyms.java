package org.havenline.translations.locale;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Map;

/// What languages are called by those who speak them: CLDR's names, but for those it lacks or has
/// only with a remark that nobody would look for.
public final class Endonyms {
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("prs", "دری"),
          Map.entry("ckb", "کوردی"),
          Map.entry("ku", "Kurdî"),
          Map.entry("kmr", "Kurdî"),
          Map.entry("ht", "Kreyòl"),
          Map.entry("ig", "Igbo"),
          Map.entry("id", "Bahasa Indonesia"),
          Map.entry("pcm", "Naija Pidgin"),
          Map.entry("sr-Cyrl", "Српски"),
          Map.entry("sr-Latn", "Srpski"));

  private Endonyms() {}

  /// Without its region, but with its script: `zh-Hans` is not `zh-Hant`.
  ///
  /// @param tag BCP 47
  public static String of(String tag) {
    var locale = ULocale.forLanguageTag(tag);
    var script = locale.getScript();
    var ours = OURS.get(locale.getLanguage() + (script.isEmpty() ? "" : "-" + script));
    if (ours != null) {
      return ours;
    }
    var names = names(locale);
    return capital(
        script.isEmpty()
            ? names.localeDisplayName(locale.getLanguage())
            : names.localeDisplayName(locale));
  }

  static String withRegion(String tag) {
    var locale = ULocale.forLanguageTag(tag);
    return locale.getCountry().isEmpty()
        ? of(tag)
        : of(tag) + " (" + names(locale).regionDisplayName(locale.getCountry()) + ")";
  }

  private static LocaleDisplayNames names(ULocale locale) {
    return LocaleDisplayNames.getInstance(
        locale, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU, DisplayContext.DIALECT_NAMES);
  }

  private static String capital(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + name.substring(Character.charCount(first));
  }
}
