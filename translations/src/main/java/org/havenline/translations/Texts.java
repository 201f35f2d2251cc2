package org.havenline.translations;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.check.BannedWords;
import org.havenline.translations.locale.Fallback;
import org.havenline.translations.spoken.Script;

/// Every sentence Havenline says, in every language it has, checked.
public final class Texts {
  /// Key of the text to people on call: the one that Havenline itself names, not a table.
  public static final String PAGE = "page";

  private final Map<String, ArbFile> byLocale;

  private final BannedWords banned;

  Texts(Collection<ArbFile> files, BannedWords banned) {
    this.banned = banned;
    byLocale =
        files.stream().collect(Collectors.toUnmodifiableMap(ArbFile::locale, Function.identity()));
  }

  /// Reads the `*.arb` files of a folder, which lie over the shipped ones, and checks all against
  /// the English ones. Takes the dates of reviews as they are.
  public static Reading read(Path folder) {
    return read(folder, LocalDate.MAX);
  }

  /// @param today a review of a later day is a finding
  public static Reading read(Path folder, LocalDate today) {
    return new TextsReader(today).read(folder);
  }

  /// The texts in this jar.
  public static Reading shipped() {
    return shipped(LocalDate.MAX);
  }

  /// @param today a review of a later day is a finding
  public static Reading shipped(LocalDate today) {
    return new TextsReader(today).shipped();
  }

  /// A text in her language, or in the first that she may read and that has it; English at last.
  ///
  /// @param language BCP 47 tag
  /// @throws IllegalArgumentException when there is no such key
  public String text(String key, String language, Map<String, Object> args) {
    return filesFor(language)
        .flatMap(file ->
            Optional.ofNullable(file.entries().get(key))
                .map(entry ->
                    new MessageFormat(entry.message(), ULocale.forLanguageTag(file.locale())))
                .stream())
        .findFirst()
        .map(format -> format.format(args))
        .orElseThrow(() -> new IllegalArgumentException("no text " + key));
  }

  /// The first word in a text to her that would tell whoever sees it what this is about, as it is
  /// listed; empty when there is none.
  ///
  /// @param language BCP 47 tag
  public Optional<String> telling(String text, String language) {
    return banned.in(text, language);
  }

  /// The language in which a person of this language gets her texts, but for those it lacks.
  public String languageFor(String language) {
    return filesFor(language).findFirst().map(ArbFile::locale).orElse(Fallback.LAST);
  }

  /// Whether a person of this language gets this text in the language of all others.
  public boolean has(String key, String language) {
    return filesFor(language)
        .findFirst()
        .filter(file -> file.entries().containsKey(key))
        .isPresent();
  }

  private Stream<ArbFile> filesFor(String language) {
    return Fallback.of(language).stream()
        .flatMap(one -> Optional.ofNullable(byLocale.get(one)).stream());
  }

  /// What a caller of this language can hear, sentence by sentence.
  public Script script(String language) {
    return Script.of(filesFor(language).findFirst().orElseGet(this::english), english());
  }

  public Set<String> languages() {
    return byLocale.keySet();
  }

  /// Keys that exist: those of English.
  public Set<String> keys() {
    return english().entries().keySet();
  }

  /// Keys of what is sent as one SMS: only such a text may go out by itself, since only of it is
  /// known that it fits.
  public Set<String> messages() {
    return english().entries().entrySet().stream()
        .filter(entry -> entry.getValue().notes().sms())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  ArbFile english() {
    return Objects.requireNonNull(byLocale.get(Fallback.LAST), "English is always there");
  }

  Texts with(List<ArbFile> more) {
    return new Texts(Stream.concat(byLocale.values().stream(), more.stream()).toList(), banned);
  }

  /// How far each locale is, in the order of their tags.
  public List<Standing> standings() {
    var keys = new TreeSet<>(keys());
    return new TreeSet<>(byLocale.keySet())
        .stream()
            .flatMap(locale -> Optional.ofNullable(byLocale.get(locale)).stream())
            .map(file -> Standing.of(file, keys))
            .toList();
  }
}
