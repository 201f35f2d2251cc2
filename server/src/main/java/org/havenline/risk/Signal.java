package org.havenline.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.havenline.routingconfig.RiskLevel;

/// One rule that found its words.
///
/// @param code what they point at, such as `debt-bondage`
/// @param words where they stand, in the message that was assessed
public record Signal(String ruleId, String code, RiskLevel level, List<Span> words) {
  /// No language is called so.
  private static final String KEY = "key.";

  public Signal {
    words = List.copyOf(words);
  }

  /// What no rule found but a key she pressed.
  ///
  /// @param all the whole message
  public static Signal byKey(String code, RiskLevel level, Span all) {
    return new Signal(KEY + code, code, level, List.of(all));
  }

  boolean isByKey() {
    return ruleId.startsWith(KEY);
  }

  /// Each code once, with its most urgent level: what the level of a message is made from.
  public static Map<String, RiskLevel> codes(List<Signal> signals) {
    Map<String, RiskLevel> codes = new HashMap<>();
    signals.forEach(signal -> codes.merge(signal.code, signal.level, RiskLevel::or));
    return codes;
  }

  String encode() {
    StringBuilder text =
        new StringBuilder(ruleId).append('=').append(code).append('/').append(level).append('@');
    for (Span word : words) {
      text.append(word.start()).append('-').append(word.end()).append('+');
    }
    return text.toString();
  }

  static Signal parse(String text) {
    String[] parts = text.split("[=/@]", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a signal");
    }
    List<Span> words = new ArrayList<>();
    for (String word : parts[3].split("\\+", -1)) {
      if (!word.isEmpty()) {
        String[] ends = word.split("-", 2);
        words.add(new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
      }
    }
    return new Signal(parts[0], parts[1], RiskLevel.valueOf(parts[2]), words);
  }
}
