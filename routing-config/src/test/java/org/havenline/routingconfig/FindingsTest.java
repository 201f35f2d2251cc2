package org.havenline.routingconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routingconfig.version.TableFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of fault planted into the shipped tables is found, at its line, and nothing else is.
class FindingsTest {
  private static final Set<String> TEXTS = Set.of("waiting");

  @TempDir private Path folder;

  @BeforeEach
  void copyShippedTables() throws IOException {
    for (var file : TableFiles.SHIPPED) {
      Files.copy(Path.of("tables", file), folder.resolve(file));
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("lines.yaml", "plan: everyday ", "plna: everyday ", "unknown key 'plna'"),
        fault("lines.yaml", "plan: everyday ", "plan: everyday1 ", "there is no plan 'everyday1'"),
        fault("lines.yaml", "\"+15005550006\"", "15005550006", "not a telephone number"),
        fault("lines.yaml", "\"+15005550006\"", "\"+1 500 555 0006\"", "not a telephone number"),
        fault("responders.yaml", "\"+12025550101\"", "brower", "nor 'browser'"),
        fault("lines.yaml", "\"+15005550007\"", "\"+15005550006\"", "is already there"),
        fault("lines.yaml", "[sms, whatsapp]", "[sms, whatsap]", "'whatsap' is not known"),
        fault("lines.yaml", "[sms, whatsapp]", "[sms, webchat]", "web chat has no number"),
        fault("lines.yaml", "[sms, whatsapp]", "sms", "must be a list"),
        fault(
            "lines.yaml",
            "[sms, whatsapp]",
            "[sms]\n        sub-line: Kids!",
            "'Kids!' is not an id"),
        fault("lines.yaml", "country: US", "country: USA", "not a country"),
        fault("lines.yaml", "ask-language: once", "ask-language: true", "'true' is not known"),
        fault("lines.yaml", "America/New_York", "America/New_Yrk", "time zone is not known"),
        fault("lines.yaml", "[en, es,", "[en, e_s,", "not a tag of a language"),
        fault("lines.yaml", "name: Demo line", "name:", "'name' is empty"),
        fault("lines.yaml", "id: demo ", "id: Demo ", "'Demo' is not an id"),
        fault("plans.yaml", "queue: minors", "queue: minor", "there is no queue 'minor'"),
        fault("plans.yaml", "skills: [crisis]", "skills: [crises]", "there is no skill 'crises'"),
        fault("plans.yaml", "escalation: urgent", "escalation: urgnt", "no escalation 'urgnt'"),
        fault("plans.yaml", "offer-timeout: 20s", "offer-timeout: 20", "not a duration"),
        fault("plans.yaml", "offer-timeout: 20s", "offer-timeout: 2s", "is out of range"),
        fault("plans.yaml", "offer-timeout: 20s", "offer-timeout: 999999h", "is out of range"),
        fault("plans.yaml", "level: working", "level: good", "'good' is not known for 'level'"),
        fault("plans.yaml", "language: contact  ", "language: hers  ", "is not understood"),
        fault("plans.yaml", "when: risk == IMMEDIATE", "when: risk == IMEDIATE", "'IMEDIATE'"),
        fault("plans.yaml", "when: risk == IMMEDIATE", "when: risk == \"HIGH\"", "condition is wr"),
        fault("plans.yaml", "when: risk == IMMEDIATE", "when: risk", "condition is wrong"),
        fault("plans.yaml", "when: risk == IMMEDIATE", "when: risk == (", "condition is wrong"),
        fault("plans.yaml", "when: risk == IMMEDIATE", "when: wishes.all(w, true)", "is wrong"),
        fault("plans.yaml", "when: risk == IMMEDIATE", "when: !minor", "begins with '!'"),
        fault("plans.yaml", "when: minor", "level: working", "'minor' takes everything"),
        fault("plans.yaml", "- id: everyone  ", "- when: minor\n        id: everyone  ", "no rule"),
        fault("plans.yaml", "immediate: 60m, high: 20m", "immediate: 9m, high: 20m", "lower risk"),
        fault("plans.yaml", "immediate: 60m, high: 20m", "immediate: 60m", "'high' is missing"),
        fault("plans.yaml", "tell: waiting", "tell: wating", "there is no text 'wating'"),
        fault("plans.yaml", "after: 20s", "after: 50s", "comes before the one above"),
        fault("plans.yaml", "offer: {language: any-level}", "offer: {}", "relaxes nothing"),
        fault("plans.yaml", "page: supervisor-on-call", "page: boss", "there is no on-call 'boss'"),
        fault("plans.yaml", "- id: minor\n", "- id: danger\n", "rule 'danger' is already there"),
        fault("responders.yaml", "capacity: {sms: 3,", "capacity: {sms: 300,", "whole number"),
        fault("responders.yaml", "capacity: {sms: 3,", "capacity: {sms: 1, sms: 3,", "there twice"),
        fault("responders.yaml", "gender: woman ", "gender: female ", "'female' is not known"),
        fault("responders.yaml", "roles: [responder] ", "roles: [] ", "has no role"),
        fault("responders.yaml", "    languages: {es: native, en: fluent}", "", "no languages"),
        fault("responders.yaml", "id: jonas", "id: lucia", "responder 'lucia' is already there"),
        fault("responders.yaml", "[\"+12025550199\"]", "[]", "nobody is on call"),
        step("page: {on-call: supervisor-on-call, by: [sms, phone]}", "called by telephone yet"),
        step("page: {on-call: supervisor-on-call, by: []}", "reaches nobody"),
        step("page: {on-call: supervisor-on-call}", "'by' is missing"),
        step("interpreter: good", "'good' is not known"),
        step("partner: nobody", "there is no partner 'nobody'"),
        step("call-back: {within: 1m, page: supervisor-on-call}", "out of range"),
        step("call-back: {within: 1h, page: boss}", "no on-call 'boss'"),
        step("call-back: {within: 1h}", "'page' is missing"),
        step("move: {choice: {}}", "this choice chooses nothing"),
        step("move: {choice: {who: 'responder['}}", "condition is wrong"),
        step("move: {choice: {first: [level up]}}", "this is not an order"),
        step("move: {choice: {group: 'true', skip: sometimes}}", "'sometimes' is not known"),
        step("move: {head-start: 25h}", "out of range"),
        fault("plans.yaml", "when: minor", "when: vip == true", "condition is wrong"),
        fault(
            "plans.yaml",
            "skills:\n",
            "attributes: [{id: risk, type: text}]\nskills:\n",
            "be the name"),
        fault(
            "plans.yaml", "skills:\n", "attributes: [{id: x, type: word}]\nskills:\n", "'word' is"),
        fault("plans.yaml", "order: best-language ", "ask: 11 ", "'ask' must be a whole number"),
        fault("plans.yaml", "order: best-language ", "ask: 0 ", "'ask' must be a whole number"),
        fault("plans.yaml", "order: best-language ", "ask: all ", "'ask' must be a whole number"),
        fault("plans.yaml", "order: best-language ", "aks: 3 ", "unknown key 'aks'"),
        step("offer: {ask: 1}", "relaxes nothing"),
        step("offer: {ask: 2.5}", "'ask' must be a whole number"),
        step("offer: {ask: [2]}", "must be a single value"),
        step("voicemail: yes", "unknown key 'voicemail'"),
        fault("responders.yaml", "{crisis: 2,", "{crisis: 9,", "whole number"),
        fault("responders.yaml", "{crisis: 2,", "{crisi: 2,", "there is no skill 'crisi'"),
        fault("responders.yaml", "[demo-diaspora]", "[demo]", "there is no community 'demo'"),
        fault("plans.yaml", "{minors: 1}", "{minor: 1}", "there is no skill 'minor'"),
        fault("plans.yaml", "known-first: 20s", "known-first: 20m", "is out of range"),
        fault("plans.yaml", "break: 15m", "brake: 15m", "'break' is missing"),
        fault("plans.yaml", "-row: 4", "-row: 0", "whole number"),
        fault("plans.yaml", "order: best-language ", "order: best ", "'best' is not known"),
        fault("plans.yaml", "breaks: any}", "breaks: none}", "'none' is not known"),
        fault("languages.yaml", "understand: th", "understand: thai_", "not a tag of a language"),
        fault("languages.yaml", "understand: th", "understand: lo", "understand itself"),
        fault("languages.yaml", "speakers-of: lo ", "speakers-of: [lo, lo] ", "already there"),
        fault("languages.yaml", "spoken: basic\n    written: fluent", "", "this says nothing"));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("faults")
  void plantedFaultIsFoundAtItsLine(String file, String sound, String broken, String expected)
      throws IOException {
    var path = folder.resolve(file);
    var text = Files.readString(path);
    assertThat(text).contains(sound);
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(sound), broken));
    var findings = findings();
    assertThat(findings).anyMatch(finding -> finding.fault().contains(expected));
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.file()).isEqualTo(file);
          assertThat(finding.line()).isPositive();
          assertThat(finding.remedy()).isNotBlank();
        });
    assertThat(findings.size()).as("only what follows from the one fault").isLessThanOrEqualTo(4);
  }

  @Test
  void escalationThatEndsInSilenceIsFound() throws IOException {
    var path = folder.resolve("plans.yaml");
    var text = Files.readString(path);
    Files.writeString(
        path,
        text.replace("tell: waiting", "offer: {skills: any}")
            .replaceAll("page: supervisor-on-call", "offer: {language: any}"));
    assertThat(findings())
        .extracting(Finding::fault)
        .containsExactlyInAnyOrder(
            "escalation 'urgent' never tells the person anything",
            "escalation 'urgent' pages nobody",
            "escalation 'urgent' ends in an offer that may find nobody",
            "escalation 'patient' never tells the person anything",
            "escalation 'patient' pages nobody",
            "escalation 'patient' ends in an offer that may find nobody");
  }

  @Test
  void twoAutomaticTextsAreFound() throws IOException {
    replace("plans.yaml", "page: supervisor-on-call", "tell: waiting");
    assertThat(findings()).anyMatch(f -> f.fault().contains("automatic texts"));
  }

  @Test
  void aDutyPhoneIsATelephoneAndNoNumberOfALine() throws IOException {
    replace("lines.yaml", "ask-language: once", "duty-phone: \"+1 202\"");
    assertThat(findings()).anyMatch(f -> f.fault().contains("not a telephone number"));
    replace("lines.yaml", "+1 202", "+12025550150");
    assertThat(findings()).isEmpty();
    replace("lines.yaml", "+12025550150", "+15005550007");
    replace("lines.yaml", "[sms]", "[sms, voice]");
    assertThat(findings())
        .extracting(Finding::fault)
        .contains("the duty phone is a number of a line");
  }

  @Test
  void aVoicemailNeedsCallsAndForClosedHoursHours() throws IOException {
    replace("lines.yaml", "ask-language: once", "voicemail: sometimes");
    assertThat(findings()).anyMatch(f -> f.remedy().contains("always, closed, never"));
    replace("lines.yaml", "voicemail: sometimes", "voicemail: closed");
    assertThat(findings()).anyMatch(f -> f.fault().contains("nobody can call"));
    replace("lines.yaml", "[sms]", "[sms, voice]");
    assertThat(findings()).isEmpty();
    replace("lines.yaml", "    hours: day-and-night", "    # hours: day-and-night");
    assertThat(findings()).anyMatch(f -> f.fault().contains("always open"));
    replace("lines.yaml", "voicemail: closed", "voicemail: always");
    assertThat(findings()).isEmpty();
  }

  @Test
  void allFaultsAreListedAtOnceInTheirOrder() throws IOException {
    replace("lines.yaml", "country: US", "country: USA");
    replace("plans.yaml", "queue: minors", "queue: minor");
    replace("responders.yaml", "gender: man", "gendr: man");
    assertThat(findings())
        .extracting(Finding::file)
        .containsExactly("lines.yaml", "plans.yaml", "responders.yaml");
    assertThat(findings().getFirst().toString())
        .startsWith("lines.yaml:14 this is not a country. Write its two capital letters");
  }

  @Test
  void norwayIsACountryAndNorwegianALanguage() throws IOException {
    replace("lines.yaml", "country: US", "country: NO");
    replace("lines.yaml", "[en, es,", "[no, es,");
    assertThat(findings()).isEmpty();
  }

  @Test
  void folderWithoutTablesIsAFinding() {
    assertThat(((Reading.Faulty) RoutingTables.read(folder.resolve("none"), TEXTS)).findings())
        .extracting(Finding::fault)
        .contains("the folder cannot be read");
  }

  private List<Finding> findings() {
    return switch (RoutingTables.read(folder, TEXTS)) {
      case Reading.Sound _ -> List.of();
      case Reading.Faulty(var findings) -> findings;
    };
  }

  private void replace(String file, String from, String to) throws IOException {
    var path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  /// Another action in place of the first offer.
  private static Arguments step(String action, String expected) {
    return fault("plans.yaml", "offer: {language: any-level}", action, expected);
  }

  private static Arguments fault(String file, String sound, String broken, String expected) {
    return Arguments.of(file, sound, broken, expected);
  }
}
