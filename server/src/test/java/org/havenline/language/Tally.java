package org.havenline.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.havenline.language.LanguageGuess.Certainty;

/// Counts of right and wrong answers, per language, and how sure they were.
final class Tally {
  private static final int BINS = 10;

  private final Map<String, int[]> byLanguage = new TreeMap<>();
  private final Map<String, Integer> mistakes = new HashMap<>();
  private final double[] promised = new double[BINS];
  private final int[] kept = new int[BINS];
  private int asked;
  private int sure;
  private int sureAndRight;

  void add(String language, LanguageGuess guess) {
    String answer = guess.language();
    // by text Dari and Persian are one
    boolean right = answer.equals(language) || (language.equals("prs") && answer.equals("fa"));
    int[] counts = byLanguage.computeIfAbsent(language, _ -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
    asked++;
    int bin = Math.min(BINS - 1, (int) (guess.confidence() * BINS));
    promised[bin] += guess.confidence();
    kept[bin] += right ? 1 : 0;
    if (guess.certainty() == Certainty.SET) {
      sure++;
      sureAndRight += right ? 1 : 0;
    }
    if (!right) {
      mistakes.merge(language + ">" + answer, 1, Integer::sum);
    }
  }

  void addAll(LanguageDetector detector, String language, List<String> texts, Prior prior) {
    for (String text : texts) {
      add(language, detector.detect(text, prior, Evidence.none()));
    }
  }

  /// The mean over the languages of the share right, in percent.
  double accuracy() {
    return byLanguage.values().stream()
        .mapToDouble(one -> 100.0 * one[0] / one[1])
        .average()
        .orElse(0);
  }

  /// The share of texts answered at 0.90 or more, in percent.
  double coverage() {
    return 100.0 * sure / asked;
  }

  /// The share right of those, in percent.
  double accuracyWhenSure() {
    return 100.0 * sureAndRight / Math.max(1, sure);
  }

  /// By how much the promised and the kept share of right answers differ, in percent.
  double calibrationError() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(promised[bin] - kept[bin]);
    }
    return 100 * error / asked;
  }

  String report(String what) {
    List<String> most =
        mistakes.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(8)
            .map(Map.Entry::toString)
            .toList();
    return String.format(
        Locale.ROOT,
        "%s: macro accuracy %.2f %% over %d languages, %d texts (seed %d); at >= 0.90 coverage %.1f"
            + " %%, accuracy %.2f %%; calibration error %.2f %%; most mistakes %s",
        what,
        accuracy(),
        byLanguage.size(),
        asked,
        Texts.SEED,
        coverage(),
        accuracyWhenSure(),
        calibrationError(),
        most);
  }
}
