package org.havenline.menu;

import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.havenline.translations.locale.Endonyms;

/// What languages are called by those who speak them, and what else people write for them.
final class LanguageNames {
  /// What a person may write besides.
  private static final Map<String, List<String>> ALSO =
      Map.ofEntries(
          Map.entry("fa", List.of("farsi")),
          Map.entry("prs", List.of("dari")),
          Map.entry("ckb", List.of("kurdish", "sorani")),
          Map.entry("ku", List.of("kurmanji")),
          Map.entry("kmr", List.of("kurdish", "kurmanji")),
          Map.entry("bn", List.of("bengali")),
          Map.entry("ht", List.of("kreyol ayisyen", "creole")),
          Map.entry("id", List.of("indonesia", "bahasa")),
          Map.entry("pcm", List.of("pidgin")),
          Map.entry("fil", List.of("tagalog")),
          Map.entry("tl", List.of("filipino")));

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private LanguageNames() {}

  /// In the language itself, without its region.
  static String own(String tag) {
    return Endonyms.of(tag);
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
