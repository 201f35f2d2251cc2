package org.havenline.routingconfig.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The named words of one file: `{boss}` in a query stands for any of the words of `boss`.
final class WordGroups {
  private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)\\}");
  private final Map<String, String> written = new HashMap<>();
  private final Section file;

  WordGroups(Section file) {
    this.file = file;
    file.section("words")
        .ifPresent(
            words -> words.keys().forEach(name -> written.put(name, anyOf(words.texts(name)))));
  }

  /// Writes the groups out; an unknown one is a fault of `rule` at `key`.
  String expand(String query, Section rule, String key) {
    return NAME.matcher(query)
        .replaceAll(found -> {
          String words = written.get(found.group(1));
          if (words == null) {
            rule.fault(
                key,
                found.group() + " is not a group of words",
                "Add it to words at the top of " + file.file());
          }
          return Matcher.quoteReplacement(words == null ? found.group(1) : words);
        });
  }

  private static String anyOf(List<String> words) {
    return words.stream()
        .map(word -> word.contains(" ") ? '"' + word + '"' : word)
        .collect(Collectors.joining(" ", "fn:or(", ")"));
  }
}
