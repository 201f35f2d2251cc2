package org.havenline.channel.webchat.back;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Words written by hand, from memory, with a foreign keyboard: each is taken for the thing that it
/// is nearest to.
///
/// @param things in their plain form
record Nearest(List<String> things) {
  /// Accents of Latin, Greek and Cyrillic letters and vowel marks of Arabic and Hebrew; signs of
  /// other scripts are letters of their own.
  private static final Pattern LEFT_OUT =
      Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u064B-\\u065F]|[^\\p{L}\\p{M}]");

  static final Comparator<Meaning> CLOSEST =
      Comparator.comparingInt(Meaning::faults).thenComparing(one -> one.things().toString());

  /// @param faults letters that are wrong, missing or too many
  record Meaning(List<Integer> things, int faults) {}

  static Nearest of(List<String> things) {
    return new Nearest(things.stream().map(Nearest::plain).toList());
  }

  static String plain(String word) {
    var apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return LEFT_OUT.matcher(apart).replaceAll("");
  }

  /// Empty when one of them is near to none, or as near to two.
  Optional<Meaning> meaning(List<String> words) {
    var meant = new ArrayList<Integer>();
    int faults = 0;
    for (var written : words) {
      var word = plain(written);
      int found = -1;
      int least = Math.max(1, word.length() / 3) + 1;
      for (int i = 0; i < things.size(); i++) {
        int distance = distance(word, things.get(i));
        if (distance < least) {
          least = distance;
          found = i;
        } else if (distance == least) {
          found = -1;
        }
      }
      if (found < 0) {
        return Optional.empty();
      }
      meant.add(found);
      faults += least;
    }
    return Optional.of(new Meaning(List.copyOf(meant), faults));
  }

  /// Levenshtein's.
  static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
