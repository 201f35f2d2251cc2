package org.havenline.risk;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.havenline.routingconfig.RiskLevel;

/// The figures of a set of labelled messages: in all, and by language, code and kind.
final class RiskFigures {
  private final Score all = new Score();
  private final Map<String, Score> byLanguage = new TreeMap<>();
  private final Map<String, Score> byCode = new TreeMap<>();
  private final Map<String, Score> byKind = new TreeMap<>();

  void add(LabelledMessage message, RiskLevel answer) {
    all.add(message.level(), answer);
    score(byLanguage, message.language()).add(message.level(), answer);
    score(byCode, message.code()).add(message.level(), answer);
    score(byKind, message.kind()).add(message.level(), answer);
  }

  private static Score score(Map<String, Score> scores, String key) {
    return scores.computeIfAbsent(key, _ -> new Score());
  }

  Score all() {
    return all;
  }

  /// Nothing counted yet when no message is in this language.
  Score language(String language) {
    return byLanguage.getOrDefault(language, new Score());
  }

  String report(String what) {
    return String.join(
        System.lineSeparator(),
        what,
        Score.HEADER,
        all.row("all"),
        rows("by language", byLanguage),
        rows("by code", byCode),
        rows("by kind", byKind));
  }

  private static String rows(String title, Map<String, Score> scores) {
    return scores.entrySet().stream()
        .map(one -> one.getValue().row("  " + one.getKey()))
        .collect(Collectors.joining(System.lineSeparator(), title + System.lineSeparator(), ""));
  }
}
