package org.havenline.menu;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What languages are called by those who speak them: CLDR's names, but for those it lacks or has
/// only with a remark that nobody would look for.
final class LanguageNames {
  private static final Map<String, String> OURS =
      Map.of(
          "prs", "دری",
          "ckb", "کوردی",
          "ku", "Kurdî",
          "kmr", "Kurdî",
          "ht", "Kreyòl",
          "ig", "Igbo",
          "pcm", "Naija Pidgin");

  /// What a person may write besides.
  private static final Map<String, List<String>> ALSO =
      Map.of(
          "fa", List.of("farsi"),
          "prs", List.of("dari"),
          "ckb", List.of("kurdish", "sorani"),
          "ku", List.of("kurmanji"),
          "kmr", List.of("kurdish", "kurmanji"),
          "bn", List.of("bengali"),
          "ht", List.of("kreyol ayisyen", "creole"),
          "pcm", List.of("pidgin"),
          "fil", List.of("tagalog"),
          "tl", List.of("filipino"));

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private LanguageNames() {}

  /// In the language itself. Without its region, but with its script: `zh-Hans` is not `zh-Hant`.
  static String own(String tag) {
    var locale = ULocale.forLanguageTag(tag);
    var ours = OURS.get(locale.getLanguage());
    if (ours != null) {
      return ours;
    }
    var names =
        LocaleDisplayNames.getInstance(
            locale,
            DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU,
            DisplayContext.DIALECT_NAMES);
    var name =
        locale.getScript().isEmpty()
            ? names.localeDisplayName(locale.getLanguage())
            : names.localeDisplayName(locale);
    int first = name.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + name.substring(Character.charCount(first));
  }

  /// Whether somebody who writes this means the language: its own name or its English one, however
  /// it is spelt.
  static boolean means(String written, String tag) {
    var folded = fold(written);
    var locale = ULocale.forLanguageTag(tag);
    return !folded.isEmpty()
        && Stream.concat(
                Stream.of(own(tag), locale.getDisplayLanguage(ULocale.ENGLISH)),
                ALSO.getOrDefault(locale.getLanguage(), List.of()).stream())
            .anyMatch(name -> fold(name).equals(folded));
  }

  /// Without accents, case, signs and spaces.
  private static String fold(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return NO_LETTERS
        .matcher(MARKS.matcher(apart).replaceAll(""))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
