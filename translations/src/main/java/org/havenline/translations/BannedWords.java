package org.havenline.translations;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that would tell whoever sees a person's phone what it is about. Those of English hold in
/// every language, since they are known everywhere.
final class BannedWords {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Map<String, List<String>> byLanguage;

  /// @param files text of each file by language
  BannedWords(Map<String, String> files) {
    byLanguage =
        files.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, file -> words(file.getValue())));
  }

  /// The first banned word in a text, if any.
  Optional<String> in(String text, String locale) {
    var language = Locale.forLanguageTag(locale).getLanguage();
    var words = NOT_A_WORD.splitAsStream(fold(text)).toList();
    return List.of(language, Fallback.LAST).stream()
        .flatMap(one -> byLanguage.getOrDefault(one, List.of()).stream())
        .filter(banned -> words.stream().anyMatch(word -> hits(word, banned)))
        .findFirst();
  }

  boolean covers(String locale) {
    return byLanguage.containsKey(Locale.forLanguageTag(locale).getLanguage());
  }

  private static boolean hits(String word, String banned) {
    return banned.startsWith("*") ? word.contains(banned.substring(1)) : word.startsWith(banned);
  }

  private static List<String> words(String file) {
    return file.lines()
        .map(line -> fold(line.strip()))
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
