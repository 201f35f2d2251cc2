package org.havenline.routingconfig.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offer-timeout: 45s | offer-timeout: 20s | rule everyone: offer-timeout 45s -> 20s
          {immediate: 60m, high: 20m, elevated: 10m, standard: 5m} | {immediate: 60m, high: 20m, elevated: 15m, standard: 5m} | rule minor: head-start elevated 10m -> 15m
          when: minor | when: minor && risk == HIGH | rule minor: when minor -> minor && risk == HIGH
          languages: {es: native, en: fluent} | languages: {es: native, en: basic} | responder lucia: languages en fluent -> basic
          languages: {es: native, en: fluent} | languages: {es: native} | responder lucia: languages en fluent removed
          skills: [crisis, minors] | skills: [crisis] | responder amara: skills minors removed
          gender: man | gender: woman | responder tomas: gender man -> woman
          - after: 8m | - after: 9m | escalation patient: step 5 after 8m -> 9m
          languages: [en, es, fr, ar, uk, ru, pt-BR] | languages: [es, en, fr, ar, uk, ru, pt-BR] | line demo: languages is now es, en, fr, ar, uk, ru, pt-BR
          plan: everyday | plan: nights | line demo: plan everyday -> nights
          """)
  void changeIsSaidInTheWordsOfTheTable(String from, String to, String words) {
    assertThat(Differences.between(TableFiles.shipped(), changed(text -> replaced(text, from, to))))
        .containsExactly(words);
  }

  @Test
  void removedAndAddedEntriesAreNamed() {
    var without = changed(text -> text.replaceFirst("(?s)  - id: ruth.*?(?=  - id: miriam)", ""));

    assertThat(Differences.between(TableFiles.shipped(), without))
        .containsExactly("responder ruth removed");
    assertThat(Differences.between(without, TableFiles.shipped())).contains("responder ruth added");
  }

  @Test
  void otherOrderOfRulesIsSaid() {
    var swapped =
        changed(text ->
            text.replaceFirst(
                "(?s)(      - id: danger.*?)(      - id: minor.*?)(      - id: language-unknown)",
                "$2$1$3"));

    assertThat(Differences.between(TableFiles.shipped(), swapped))
        .containsExactly(
            "plan everyday: order of rules is now minor, danger, language-unknown, high-risk,"
                + " everyone");
  }

  @Test
  void settingOfTheWholeIsSaid() {
    assertThat(
            Differences.between(
                TableFiles.shipped(),
                changed(text -> text.replace("plans:\n", "publishing: two-people\nplans:\n"))))
        .containsExactly("publishing two-people added");
  }

  @Test
  void subLineOfANumberIsSaid() {
    assertThat(
            Differences.between(
                TableFiles.shipped(),
                changed(text ->
                    text.replace(
                        "channels: [sms]\n", "channels: [sms]\n        sub-line: children\n"))))
        .containsExactly("line demo: number 2 sub-line children added");
  }

  @Test
  void commentsOrderOfKeysAndTheFileOfAnEntryChangeNothing() {
    var joined = new TreeMap<String, byte[]>();
    var all = new StringBuilder();
    TableFiles.shipped()
        .files()
        .values()
        .forEach(file -> all.append(new String(file, UTF_8)).append("\n# said again\n"));
    joined.put("all.yaml", all.toString().getBytes(UTF_8));

    assertThat(Differences.between(TableFiles.shipped(), new TableFiles(joined))).isEmpty();
  }

  @Test
  void brokenDraftIsComparedAsFarAsItCanBeRead() {
    var broken = changed(text -> text.replace("responders:\n", "responders: [\n"));

    assertThat(Differences.between(TableFiles.shipped(), broken))
        .contains("responders.yaml of the new version is not readable", "responder lucia removed");
  }

  private static String replaced(String text, String from, String to) {
    int at = text.indexOf(from);
    return at < 0 ? text : text.substring(0, at) + to + text.substring(at + from.length());
  }

  private static TableFiles changed(UnaryOperator<String> change) {
    var all = new TreeMap<String, byte[]>();
    TableFiles.shipped()
        .files()
        .forEach(
            (name, bytes) -> all.put(name, change.apply(new String(bytes, UTF_8)).getBytes(UTF_8)));
    return new TableFiles(all);
  }

  @Test
  void rulesOfRiskAreComparedRuleByRuleAndLevelsRowByRow() {
    var before =
        TableFiles.of(
            Map.of(
                "risk/en.yaml",
                "rules: [{id: en.a, level: high, query: a, unless: [c]}, {id: en.b, level: high}]",
                "risk/levels.yaml",
                "rows: [{codes: [x, y], then: high}]"));
    var after =
        TableFiles.of(
            Map.of(
                "risk/en.yaml",
                "rules: [{id: en.a, level: elevated, query: b, unless: [d]}, {id: en.c, level:"
                    + " high}]",
                "risk/levels.yaml",
                "rows: [{codes: [x, y], then: immediate}]"));

    assertThat(Differences.between(before, after))
        .containsExactlyInAnyOrder(
            "rule en.a: level high -> elevated",
            "rule en.a: query a -> b",
            "rule en.a: unless c removed",
            "rule en.a: unless d added",
            "rule en.b removed",
            "rule en.c added",
            "risk/levels.yaml: row 1 then high -> immediate");
  }
}
