package org.havenline.translations.kinds;

import java.util.List;
import java.util.Map;

/// What people call the kinds of service in one language.
///
/// @param language BCP 47
/// @param review `drafted`, `reviewed` or `approved`
/// @param words by code: first the label that people are shown, then what they write and search for
public record KindWords(String language, String review, Map<String, List<String>> words) {
  public KindWords {
    words = Map.copyOf(words);
  }

  /// The name to show; the code itself where the language has none.
  public String label(String code) {
    List<String> all = words.getOrDefault(code, List.of());
    return all.isEmpty() ? code : all.getFirst();
  }
}
