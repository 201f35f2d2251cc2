package org.havenline.simulator.twiml;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What may stand in an attribute, in words for the complaint.
record Check(String words, Predicate<String> allows) {
  static final Check ANY = new Check("anything", _ -> true);
  static final Check FLAG = oneOf("true", "false");
  static final Check METHOD = oneOf("GET", "POST");
  static final Check URL =
      matching(
          "an address without spaces or underscores in its host", "(?!https?://[^/]*_)[^\\s<>\"]+");
  static final Check URL_OR_NOTHING =
      new Check("an address, or nothing", value -> value.isEmpty() || URL.allows.test(value));
  static final Check KEY = matching("one key, or nothing", "[0-9*#]?");
  static final Check KEYS = matching("keys", "[0-9*#]*");
  static final Check TONES = matching("keys and waits", "[0-9wW*#A-D]+");
  static final Check LANGUAGE = matching("a language tag", "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  static Check oneOf(String... values) {
    return new Check("one of " + String.join(", ", values), List.of(values)::contains);
  }

  /// Several, with spaces between.
  static Check someOf(String... values) {
    var known = List.of(values);
    return new Check(
        "some of " + String.join(", ", values),
        value -> !value.isBlank() && known.containsAll(List.of(value.trim().split("\\s+"))));
  }

  static Check number(int least, int most) {
    return new Check("a number from " + least + " to " + most, value -> within(value, least, most));
  }

  static Check matching(String words, String pattern) {
    return new Check(words, Pattern.compile(pattern).asMatchPredicate());
  }

  static Check length(int most) {
    return new Check("at most " + most + " characters", value -> value.length() <= most);
  }

  Check or(String word) {
    return new Check(words + ", or " + word, value -> value.equals(word) || allows.test(value));
  }

  private static boolean within(String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      return number >= least && number <= most;
    } catch (NumberFormatException _) {
      return false;
    }
  }
}
