package org.havenline.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the messages of a conversation have said so far: for each language the logarithm of its
/// likelihood, relative to the likeliest (0). Languages not named lie `floor` below.
///
/// Kept per conversation as one short field: it holds no text, and no word can be read back from
/// it.
public record Evidence(Map<String, Double> logLikelihoods, double floor) {
  private static final Evidence NONE = new Evidence(Map.of(), 0);

  /// A language more than this behind (1 to 1,200,000) is as good as out, but can come back.
  private static final double DEEPEST = -14;

  /// The most languages kept, so that the field stays below a kilobyte.
  private static final int MOST = 64;

  public Evidence {
    logLikelihoods = Map.copyOf(logLikelihoods);
  }

  public static Evidence none() {
    return NONE;
  }

  /// Both together, brought back to zero at the top.
  public Evidence plus(Evidence other) {
    if (logLikelihoods.isEmpty()) {
      return other;
    }
    Map<String, Double> sums = new HashMap<>();
    for (String language : logLikelihoods.keySet()) {
      sums.put(language, of(language) + other.of(language));
    }
    for (String language : other.logLikelihoods.keySet()) {
      sums.put(language, of(language) + other.of(language));
    }
    return of(sums, floor + other.floor);
  }

  /// Evidence from scores on any common level.
  ///
  /// @param others the score of the languages not named; whoever scores no better is not named
  static Evidence of(Map<String, Double> scores, double others) {
    double top = others;
    for (double score : scores.values()) {
      top = Math.max(top, score);
    }
    double floor = Math.max(DEEPEST, others - top);
    Map<String, Double> kept = new HashMap<>();
    for (var one : scores.entrySet()) {
      double value = one.getValue() - top;
      if (value > floor) {
        kept.put(one.getKey(), value);
      }
    }
    return new Evidence(kept.size() > MOST ? likeliest(kept) : kept, floor);
  }

  private static Map<String, Double> likeliest(Map<String, Double> all) {
    return all.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The logarithm of a language's likelihood, 0 or less.
  double of(String language) {
    return logLikelihoods.getOrDefault(language, floor);
  }

  /// How likely what was written is in a language, beside the likeliest (1).
  double likelihood(String language) {
    Double known = logLikelihoods.get(language);
    return Math.exp(known == null ? floor : known);
  }

  /// For example `*:-12.0 fr:0.0 ht:-3.4`.
  public String encode() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "*:%.1f", floor));
    new TreeMap<>(logLikelihoods)
        .forEach((language, value) ->
            text.append(String.format(Locale.ROOT, " %s:%.1f", language, value)));
    return text.toString();
  }

  /// Reads [#encode()]; anything else is no evidence, since a guess is never worth an error.
  public static Evidence parse(String text) {
    Map<String, Double> values = new HashMap<>();
    double floor = 0;
    for (String entry : text.split(" ", -1)) {
      int colon = entry.indexOf(':');
      if (colon < 1) {
        return NONE;
      }
      double value;
      try {
        value = Double.parseDouble(entry.substring(colon + 1));
      } catch (NumberFormatException unreadable) {
        return NONE;
      }
      if (!(value <= 0 && value >= DEEPEST)) {
        return NONE;
      }
      if (entry.startsWith("*:")) {
        floor = value;
      } else {
        values.put(entry.substring(0, colon), value);
      }
    }
    return new Evidence(values, floor);
  }
}
