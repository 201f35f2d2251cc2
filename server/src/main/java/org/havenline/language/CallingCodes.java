package org.havenline.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Which languages people of a country write, from `calling-codes.tsv`. The table is a rough hint
/// written by us, not a census: people far from home keep foreign numbers.
final class CallingCodes {
  private static final Map<String, Prior> BY_PREFIX = read();
  private static final int LONGEST = 6;

  private CallingCodes() {}

  static Prior prior(String number) {
    if (number.startsWith("+")) {
      for (int length = Math.min(LONGEST, number.length() - 1); length > 0; length--) {
        Prior found = BY_PREFIX.get(number.substring(1, 1 + length));
        if (found != null) {
          return found;
        }
      }
    }
    return Prior.flat();
  }

  private static Map<String, Prior> read() {
    Map<String, Prior> table = new HashMap<>();
    for (String line : text().lines().filter(one -> !one.startsWith("#")).toList()) {
      String[] columns = line.split("\t", -1);
      Map<String, Double> weights = new HashMap<>();
      double left = 1;
      for (String entry : columns[1].split(" ", -1)) {
        String[] pair = entry.split(":", -1);
        double share = Double.parseDouble(pair[1]) / 100;
        weights.put(pair[0], share);
        left -= share;
      }
      weights.put(Prior.OTHERS, Math.max(0.05, left) / LanguageDetector.USUAL_LANGUAGES);
      Prior prior = new Prior(weights);
      for (String prefix : columns[0].split(" ", -1)) {
        table.put(prefix, prior);
      }
    }
    return Map.copyOf(table);
  }

  private static String text() {
    try (InputStream in = CallingCodes.class.getResourceAsStream("calling-codes.tsv")) {
      if (in == null) {
        throw new IllegalStateException("calling-codes.tsv is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
