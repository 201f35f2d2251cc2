package org.havenline.command.risk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.risk.RiskMonitor;
import org.havenline.risk.Signal;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;

/// How often the rules of a language find their words in examples of another one. A few are the
/// price of words that languages share; many mean that a wrong guess of the language raises alarms.
///
/// @param found by the language of the rules, then by that of the examples
record Confusion(Map<String, Map<String, Integer>> found) {
  static Confusion of(RiskMonitor monitor, RiskRules rules) {
    Set<String> languages =
        rules.rules().stream().map(RiskRule::language).collect(Collectors.toSet());
    Map<String, Map<String, Integer>> found = new TreeMap<>();
    rules.rules().stream()
        // neutral rules are meant for every language
        .filter(rule -> !rule.language().equals(RiskRule.NEUTRAL))
        .forEach(rule ->
            Stream.concat(rule.match().stream(), rule.noMatch().stream())
                .flatMap(text -> finders(monitor.assess(text, languages).signals()).stream())
                .filter(finder -> !finder.equals(rule.language()))
                .forEach(finder ->
                    found
                        .computeIfAbsent(finder, _ -> new TreeMap<>())
                        .merge(rule.language(), 1, Integer::sum)));
    found.remove(RiskRule.NEUTRAL);
    return new Confusion(found);
  }

  /// A rule's id starts with its language.
  private static Set<String> finders(List<Signal> signals) {
    return signals.stream()
        .map(signal -> signal.ruleId().substring(0, signal.ruleId().indexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  int count(String finder) {
    return of(finder).values().stream().mapToInt(Integer::intValue).sum();
  }

  /// For example `pt 12, fr 3`, the most first.
  String most(String finder, int languages) {
    return of(finder).entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(languages)
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private Map<String, Integer> of(String finder) {
    return found.getOrDefault(finder, Map.of());
  }
}
