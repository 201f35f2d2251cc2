package org.havenline.translations;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.havenline.translations.arb.ArbFile;

/// Every sentence Havenline says, in every language it has, checked.
public final class Texts {
  /// Key of the text to people on call: the one that Havenline itself names, not a table.
  public static final String PAGE = "page";

  private final Map<String, ArbFile> byLanguage;

  private final BannedWords banned;

  Texts(List<ArbFile> files, BannedWords banned) {
    this.banned = banned;
    byLanguage =
        files.stream().collect(Collectors.toUnmodifiableMap(ArbFile::locale, Function.identity()));
  }

  /// Reads the `*.arb` files of a folder and checks them against its `en.arb`.
  public static Reading read(Path folder) {
    return new TextsReader().read(folder);
  }

  /// The texts in this jar.
  public static Reading shipped() {
    return new TextsReader().shipped();
  }

  /// A text in her language, or in the first that she may read; English at last.
  ///
  /// @param language BCP 47 tag
  /// @throws IllegalArgumentException when there is no such key
  public String text(String key, String language, Map<String, Object> args) {
    var file = byLanguage.get(languageFor(language));
    var entry = file == null ? null : file.entries().get(key);
    if (file == null || entry == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    return new MessageFormat(entry.message(), ULocale.forLanguageTag(file.locale())).format(args);
  }

  /// The first word in a text to her that would tell whoever sees it what this is about, as it is
  /// listed; empty when there is none.
  ///
  /// @param language BCP 47 tag
  public Optional<String> telling(String text, String language) {
    return banned.in(text, language);
  }

  /// The language in which a person of this language gets her texts.
  public String languageFor(String language) {
    return Fallback.of(language).stream()
        .filter(byLanguage::containsKey)
        .findFirst()
        .orElse(Fallback.LAST);
  }

  public Set<String> languages() {
    return byLanguage.keySet();
  }

  /// Keys that exist, the same in every language.
  public Set<String> keys() {
    return byLanguage.values().stream()
        .flatMap(file -> file.entries().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
