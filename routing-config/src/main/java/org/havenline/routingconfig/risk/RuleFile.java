package org.havenline.routingconfig.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.havenline.routingconfig.RiskLevel;

/// One language's file of rules. A faulty rule is left out and noted; the others stay.
final class RuleFile {
  private static final Set<String> FILE_KEYS =
      Set.of("language", "author", "state", "words", "rules");
  private static final Set<String> RULE_KEYS =
      Set.of(
          "id",
          "code",
          "level",
          "query",
          "unless-after",
          "unless",
          "match",
          "no-match",
          "author",
          "state");

  /// Ids are kept beside each contact, so they carry no character that the store gives a meaning.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)+");

  private final Section file;
  private final String language;
  private final WordGroups words;
  private final Map<String, String> codes;

  RuleFile(Section file, Map<String, String> codes) {
    this.file = file;
    this.codes = codes;
    this.words = new WordGroups(file);
    this.language =
        require(file, "language", "Name it as in BCP 47, like: language: es").orElse("");
  }

  List<RiskRule> rules() {
    file.allow(FILE_KEYS);
    if (!file.file().equals(language + ".yaml")) {
      file.fault(
          "language", "language and file name differ", "Call the file " + language + ".yaml");
    }
    List<RiskRule> rules = new ArrayList<>();
    file.sections("rules").forEach(section -> rule(section).ifPresent(rules::add));
    return rules;
  }

  private Optional<RiskRule> rule(Section rule) {
    rule.allow(RULE_KEYS);
    var id = require(rule, "id", "Give it one, like: id: " + language + ".locked-in");
    if (id.isPresent()
        && !(id.get().startsWith(language + ".") && ID.matcher(id.get()).matches())) {
      rule.fault(
          "id",
          "id " + id.get() + " is not " + language + ".some-words",
          "Letters, digits, - and .");
      id = Optional.empty();
    }
    var code = require(rule, "code", "Choose one of the codes of levels.yaml");
    if (code.isPresent() && !codes.containsKey(code.get())) {
      rule.fault(
          "code", "code " + code.get() + " is unknown", "Choose one of the codes of levels.yaml");
      code = Optional.empty();
    }
    var level = oneOf(RiskLevel.class, rule, "level", rule.text("level"));
    var state =
        oneOf(ReviewState.class, rule, "state", rule.text("state").or(() -> file.text("state")));
    var query = expanded(rule, "query");
    needed(rule, "query", query);
    var match = needed(rule, "match", rule.texts("match"));
    var noMatch = needed(rule, "no-match", rule.texts("no-match"));
    String author = rule.text("author").or(() -> file.text("author")).orElse("");
    if (id.isEmpty() || code.isEmpty() || level.isEmpty() || state.isEmpty() || query.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RiskRule(
            id.get(),
            language,
            code.get(),
            level.get(),
            query,
            expanded(rule, "unless-after"),
            expanded(rule, "unless"),
            match,
            noMatch,
            author,
            state.get(),
            rule.file(),
            rule.line()));
  }

  private List<String> expanded(Section rule, String key) {
    return rule.texts(key).stream().map(text -> words.expand(text, rule, key)).toList();
  }

  private static List<String> needed(Section rule, String key, List<String> texts) {
    if (texts.isEmpty()) {
      rule.fault(key, key + " is missing", "Write at least one " + key);
    }
    return texts;
  }

  private static Optional<String> require(Section section, String key, String remedy) {
    Optional<String> text = section.text(key);
    if (text.isEmpty()) {
      section.fault(key, key + " is missing", remedy);
    }
    return text;
  }

  static <E extends Enum<E>> Optional<E> oneOf(
      Class<E> kind, Section section, String key, Optional<String> text) {
    Optional<E> found =
        Arrays.stream(kind.getEnumConstants())
            .filter(constant -> name(constant).equals(text.orElse("")))
            .findFirst();
    if (found.isEmpty()) {
      section.fault(
          key,
          key + " is " + text.orElse("missing"),
          "Write one of "
              + Arrays.stream(kind.getEnumConstants())
                  .map(RuleFile::name)
                  .collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
