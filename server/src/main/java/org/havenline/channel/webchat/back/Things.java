package org.havenline.channel.webchat.back;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.havenline.translations.locale.Fallback;

/// Thirty-two everyday things in every language, in the same order everywhere.
public final class Things {
  static final int MANY = 32;

  private final Map<String, List<String>> byLocale;

  /// @param list of a locale, with commas between
  /// @param locales there are; English is one of them
  public Things(UnaryOperator<String> list, Collection<String> locales) {
    byLocale =
        locales.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), one -> things(list, one)));
  }

  /// A list of an operator that is too short or too long would make words that nobody can read
  /// back: then the English things count.
  private static List<String> things(UnaryOperator<String> list, String locale) {
    var words = split(list.apply(locale));
    return words.size() == MANY ? words : split(list.apply(Fallback.LAST));
  }

  private static List<String> split(String joined) {
    return Arrays.stream(joined.split("[,،、，]", -1)).map(String::strip).toList();
  }

  public List<String> in(String locale) {
    var found = byLocale.get(locale);
    return found == null ? byLocale.getOrDefault(Fallback.LAST, List.of()) : found;
  }

  /// What her words mean, in the language in which they are nearest to things of the list: she may
  /// come back on a page of another language than the one she was given them on.
  Optional<List<Integer>> meaning(List<String> words) {
    return byLocale.values().stream()
        .flatMap(things -> Nearest.of(things).meaning(words).stream())
        .min(Nearest.CLOSEST)
        .map(Nearest.Meaning::things);
  }
}
