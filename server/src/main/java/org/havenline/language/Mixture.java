package org.havenline.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.havenline.language.grams.GramTable;
import org.havenline.language.grams.Grams;
import org.havenline.language.grams.Letters;
import org.havenline.language.grams.WritingSystem;

/// The languages that a message mixes: each word goes, with its two neighbours, to the likelier of
/// the message's few likeliest languages.
final class Mixture {
  private static final int LIKELIEST = 3;

  /// Less than this of a message is a name or a borrowed word.
  private static final double LEAST_SHARE = 0.15;

  private final Map<WritingSystem, GramTable> tables;

  Mixture(Map<WritingSystem, GramTable> tables) {
    this.tables = tables;
  }

  Map<String, Double> of(Letters letters) {
    Map<String, Double> counts = new HashMap<>();
    for (WritingSystem system : WritingSystem.values()) {
      int count = letters.count(system);
      GramTable table = tables.get(system);
      if (count > 0 && table != null) {
        addWords(counts, letters, system, table);
      } else if (count > 0 && system.onlyLanguage().isPresent()) {
        counts.merge(system.onlyLanguage().get(), (double) count, Double::sum);
      }
    }
    double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.values().removeIf(count -> count < LEAST_SHARE * all);
    double kept = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.replaceAll((_, count) -> count / kept);
    return Map.copyOf(counts);
  }

  private static void addWords(
      Map<String, Double> counts, Letters letters, WritingSystem system, GramTable table) {
    List<String> words = Arrays.asList(letters.split(system));
    List<String> likely = likeliest(scores(table, Grams.of(letters, system)));
    for (int at = 0; at < words.size(); at++) {
      String near =
          String.join(" ", words.subList(Math.max(0, at - 1), Math.min(words.size(), at + 2)));
      // the word itself counts twice
      Letters read = Letters.of(near + " " + words.get(at));
      Map<String, Double> scores = scores(table, Grams.of(read, system));
      scores.keySet().retainAll(likely);
      String best = likeliest(scores).getFirst();
      counts.merge(best, (double) words.get(at).length(), Double::sum);
    }
  }

  /// Likelihoods with what is usual: by likelihood alone half of English would be Pidgin.
  private static Map<String, Double> scores(GramTable table, Grams grams) {
    Map<String, Double> standing = table.standing();
    Map<String, Double> scores = table.logLikelihoods(grams);
    scores.replaceAll((language, score) -> score + Math.log(standing.getOrDefault(language, 1.0)));
    return scores;
  }

  private static List<String> likeliest(Map<String, Double> scores) {
    return scores.entrySet().stream()
        .filter(one -> !one.getKey().equals(LanguageGuess.UNKNOWN))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(LIKELIEST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
