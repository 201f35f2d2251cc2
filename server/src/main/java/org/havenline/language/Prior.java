package org.havenline.language;

import java.util.HashMap;
import java.util.Map;

/// What is known about a person's language before her words are read: how much likelier each
/// language is than the others. Only ratios count. The key `*` stands for every language not named.
///
/// A menu choice outweighs earlier messages, which outweigh the country of a number; the person may
/// still write otherwise, so nothing is ever ruled out.
public record Prior(Map<String, Double> weights) {
  static final String OTHERS = "*";

  /// Even a choice made by menu leaves each other language this much beside the chosen one.
  private static final double LEAST = 1e-6;

  private static final Prior FLAT = new Prior(Map.of());

  public Prior {
    Map<String, Double> kept = new HashMap<>();
    double most = 0;
    for (double weight : weights.values()) {
      if (!Double.isFinite(weight) || weight < 0) {
        throw new IllegalArgumentException("a weight must be a number of at least 0");
      }
      most = Math.max(most, weight);
    }
    for (var one : weights.entrySet()) {
      kept.put(one.getKey(), most == 0 ? 1 : Math.max(LEAST, one.getValue() / most));
    }
    if (!kept.containsKey(OTHERS)) {
      kept.put(OTHERS, kept.isEmpty() ? 1 : LEAST);
    }
    weights = Map.copyOf(kept);
  }

  /// Nothing is known.
  public static Prior flat() {
    return FLAT;
  }

  /// She chose the language herself, by key, word or link: nine to one.
  public static Prior menu(String language) {
    return mostly(language, 0.9);
  }

  /// She wrote or was served in it before.
  ///
  /// @param confidence of what was known then, 0 to 1
  public static Prior earlier(String language, double confidence) {
    return mostly(language, Math.clamp(0.8 * confidence, 0.02, 0.8));
  }

  /// What people with this calling code are likely to write, by the table `calling-codes.tsv`.
  ///
  /// @param number in E.164; one that cannot be read says nothing
  public static Prior callingCode(String number) {
    return CallingCodes.prior(number);
  }

  private static Prior mostly(String language, double share) {
    return new Prior(
        Map.of(language, share, OTHERS, (1 - share) / LanguageDetector.USUAL_LANGUAGES));
  }

  /// Both at once, as independent hints.
  public Prior and(Prior other) {
    Map<String, Double> both = new HashMap<>();
    for (String language : weights.keySet()) {
      both.put(language, weight(language) * other.weight(language));
    }
    for (String language : other.weights.keySet()) {
      both.put(language, weight(language) * other.weight(language));
    }
    return new Prior(both);
  }

  /// How many times as likely as a language not named each one named is.
  public Map<String, Double> timesOthers() {
    Map<String, Double> times = new HashMap<>(weights);
    double others = weights.getOrDefault(OTHERS, 1.0);
    times.remove(OTHERS);
    times.replaceAll((_, weight) -> weight / others);
    return times;
  }

  /// The weight of a language; what is said of `ar` holds for `ar-Latn` too.
  double weight(String language) {
    if (weights.size() == 1) {
      return 1;
    }
    Double named = weights.get(language);
    if (named == null && language.endsWith("-Latn")) {
      named = weights.get(language.substring(0, language.length() - 5));
    }
    return named != null ? named : weights.getOrDefault(OTHERS, 1.0);
  }
}
