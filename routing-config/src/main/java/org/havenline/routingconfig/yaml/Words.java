package org.havenline.routingconfig.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a word of a table is shown in a finding.
public final class Words {
  private static final int SHOWN = 40;

  private Words() {}

  /// The word as it may be printed: short, on one line.
  public static String shown(String word) {
    var clean = word.replaceAll("\\p{Cntrl}+", " ");
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
  }

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String didYouMean(String word, Collection<String> known) {
    if (known.isEmpty()) {
      return "None is declared yet; declare it first";
    }
    var near =
        known.stream()
            .filter(candidate -> Math.abs(candidate.length() - word.length()) <= 2)
            .map(candidate -> new Near(candidate, distance(word, candidate)))
            .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word));
    if (near.isPresent() && near.get().distance() <= 2) {
      return "Did you mean '" + near.get().word() + "'?";
    }
    return "Known: "
        + known.stream().sorted().limit(20).map(Words::shown).collect(Collectors.joining(", "));
  }

  private record Near(String word, int distance) {}

  /// Levenshtein distance; words that differ by more than two in length never come here.
  private static int distance(String a, String b) {
    if (a.length() > SHOWN) {
      return SHOWN;
    }
    var before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[b.length()];
  }
}
