package org.havenline.translations.locale;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The locale in which a page is shown to somebody, and the list to choose another.
public final class LocaleChoice {
  private static final int LONGEST_TAG = 60;

  private final Set<String> locales;
  private final List<Offered> offered;

  /// One line of the list.
  ///
  /// @param locale BCP 47 tag
  /// @param name in the language itself
  /// @param rightToLeft as its name is written; CLDR does not know it of every language
  public record Offered(String locale, String name, boolean rightToLeft) {
    /// As the attribute `dir` of HTML has it.
    public String direction() {
      return rightToLeft ? "rtl" : "ltr";
    }
  }

  /// @param locales that there are texts in; English is one of them
  public LocaleChoice(Set<String> locales) {
    this.locales = Set.copyOf(locales);
    offered = offer(this.locales);
  }

  /// What she chose, if there is such a locale; else the first of what her browser asks for that
  /// she can surely read; else English.
  ///
  /// @param acceptLanguage the header as it came; empty when there was none
  /// @param chosen by herself, a tag; empty when she did not
  public String of(String acceptLanguage, String chosen) {
    var accepted = AcceptLanguage.of(acceptLanguage);
    return Stream.concat(
            chosen.length() <= LONGEST_TAG ? locale(chosen, Set.of()).stream() : Stream.empty(),
            accepted.wanted().stream().flatMap(tag -> locale(tag, accepted.refused()).stream()))
        .findFirst()
        .orElse(Fallback.LAST);
  }

  /// English only for who asks for English: others may have another language further down.
  private Optional<String> locale(String tag, Set<String> refused) {
    return Fallback.of(tag).stream()
        .filter(locales::contains)
        .filter(one -> !one.equals(Fallback.LAST) || isEnglish(tag))
        .filter(one -> !refused.contains(one.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static boolean isEnglish(String tag) {
    return ULocale.forLanguageTag(tag.replace('_', '-')).getLanguage().equals(Fallback.LAST);
  }

  /// All locales, sorted by their names: Latin letters first, then the other scripts, each
  /// together.
  public List<Offered> all() {
    return offered;
  }

  /// Two that would have one name, such as Portuguese, are told apart by their region.
  private static List<Offered> offer(Set<String> locales) {
    var named = new HashMap<String, Integer>();
    locales.forEach(locale -> named.merge(Endonyms.of(locale), 1, Integer::sum));
    var order = Collator.getInstance(ULocale.ROOT);
    return locales.stream()
        .map(locale -> {
          var name = Endonyms.of(locale);
          boolean alone = named.getOrDefault(name, 0) == 1;
          return new Offered(
              locale,
              alone ? name : Endonyms.withRegion(locale),
              Bidi.getBaseDirection(name) == Bidi.RTL);
        })
        .sorted(Comparator.comparing(Offered::name, order::compare).thenComparing(Offered::locale))
        .toList();
  }
}
