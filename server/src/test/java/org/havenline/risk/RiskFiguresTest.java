package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.RiskRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How many of the labelled messages the shipped rules find, and how many alarms they raise for
/// nothing. The promises hold for the half that no rule was written for.
class RiskFiguresTest {
  private static final Path MESSAGES = Path.of("src/test/messages");
  static final List<String> MAIN = List.of("en", "es", "fr", "ar", "uk");

  /// Shorter ones are written twice by chance.
  private static final int LETTERS_OF_A_COPY = 25;

  private static final RiskRules RULES = RiskRules.shipped();
  private static final RiskMonitor MONITOR = RiskMonitor.of(RULES);

  private static List<LabelledMessage> heldOut = List.of();
  private static List<LabelledMessage> tuning = List.of();

  /// Written later, to widen the rules; the promises say nothing of them.
  private static List<LabelledMessage> practice = List.of();

  @BeforeAll
  static void read() {
    heldOut = LabelledMessage.read(MESSAGES.resolve("held-out"));
    tuning = LabelledMessage.read(MESSAGES.resolve("tuning"));
    practice = LabelledMessage.read(MESSAGES.resolve("practice"));
  }

  @AfterAll
  static void close() {
    MONITOR.close();
  }

  @Test
  void figuresOfBothHalvesArePrinted() {
    System.out.println(figures(tuning).report("tuning half: rules were written with it in sight"));
    System.out.println(figures(practice).report("practice: the same, written later"));
    System.out.println(figures(heldOut).report("held-out half"));
  }

  /// For whoever mends rules; of the held-out half there is no such list.
  @Test
  void wrongAnswersOfMessagesInSightAreWrittenDown() throws IOException {
    List<String> wrong =
        Stream.concat(tuning.stream(), practice.stream())
            .map(RiskFiguresTest::judged)
            .filter(row -> !row.isEmpty())
            .sorted()
            .toList();
    Path file = Path.of("target", "risk-tuning-wrong.tsv");
    Files.createDirectories(file.getParent());
    Files.write(file, wrong);
    System.out.printf(
        "%d of %d wrong: %s%n",
        wrong.size(), tuning.size() + practice.size(), file.toAbsolutePath());
  }

  @Test
  void setIsAsLargeAndAsHardAsPromised() {
    List<LabelledMessage> all = Stream.concat(heldOut.stream(), tuning.stream()).toList();
    long hard = all.stream().filter(LabelledMessage::isHardNegative).count();
    Set<String> languages = all.stream().map(LabelledMessage::language).collect(Collectors.toSet());
    System.out.printf(
        Locale.ROOT,
        "%d messages (%d held out), %d languages, %.1f %% hard negatives%n",
        all.size(),
        heldOut.size(),
        languages.size(),
        100.0 * hard / all.size());

    assertThat(all).hasSizeGreaterThanOrEqualTo(1_500);
    assertThat(heldOut).hasSizeGreaterThanOrEqualTo(all.size() * 45 / 100);
    assertThat(languages).hasSizeGreaterThanOrEqualTo(20).containsAll(MAIN);
    assertThat(100.0 * hard / all.size()).isGreaterThanOrEqualTo(30);
    assertThat(all.stream().map(LabelledMessage::code).filter(code -> !code.equals("-")))
        .allMatch(RULES.levels().codes()::containsKey);
    // named by their file, as in every finding here: nobody who writes rules may read the text
    assertThat(
            all.stream()
                .filter(LabelledMessage::isHardNegative)
                .filter(message -> Score.isHigh(message.level()))
                .map(LabelledMessage::language))
        .isEmpty();
  }

  /// A copy would make the figure worth nothing.
  @Test
  void noHeldOutMessageStandsAmongThoseInSightOrTheExamples() {
    Set<String> seen = new HashSet<>();
    Stream.concat(tuning.stream(), practice.stream())
        .forEach(message -> seen.add(letters(message.text())));
    RULES
        .rules()
        .forEach(rule ->
            Stream.concat(rule.match().stream(), rule.noMatch().stream())
                .forEach(example -> seen.add(letters(example))));
    Map<String, Integer> copied = new HashMap<>();
    heldOut.stream()
        .filter(message -> letters(message.text()).length() >= LETTERS_OF_A_COPY)
        .filter(message -> seen.contains(letters(message.text())))
        .forEach(message -> copied.merge(message.language(), 1, Integer::sum));

    assertThat(copied).isEmpty();
  }

  /// The promise: 0.90, 0.90, 0.80, and 0.75 in each main language, which stands at 0.82 here,
  /// under what was last seen.
  @Test
  void messagesNoRuleWasWrittenForAreFoundAndFewAlarmsAreForNothing() {
    RiskFigures figures = figures(heldOut);
    Score score = figures.all();

    assertThat(score.immediateRecall()).as("IMMEDIATE recall").isBetween(0.90, 1.0);
    assertThat(score.highRecall()).as("HIGH-or-above recall").isBetween(0.90, 1.0);
    assertThat(score.highPrecision()).as("precision").isBetween(0.80, 1.0);
    assertThat(MAIN)
        .allSatisfy(language ->
            assertThat(figures.language(language).highRecall())
                .as("HIGH-or-above recall, " + language)
                .isBetween(0.82, 1.0));
  }

  private static RiskFigures figures(List<LabelledMessage> messages) {
    RiskFigures figures = new RiskFigures();
    messages.forEach(message -> figures.add(message, assess(message).level()));
    return figures;
  }

  private static RiskAssessment assess(LabelledMessage message) {
    return MONITOR.assess(message.text(), Set.of(ruledAs(message.language())));
  }

  /// Hindi and Urdu in Latin letters are one to the detector.
  private static String ruledAs(String language) {
    return language.equals("hi-Latn") ? "ur-Latn" : language;
  }

  /// Empty when the answer is right as far as the promises ask.
  private static String judged(LabelledMessage message) {
    RiskAssessment answer = assess(message);
    boolean missed =
        message.level() == RiskLevel.IMMEDIATE && answer.level() != RiskLevel.IMMEDIATE;
    boolean wrong = missed || Score.isHigh(message.level()) != Score.isHigh(answer.level());
    return wrong
        ? String.join(
            "\t",
            message.language(),
            message.level() + " answered " + answer.level(),
            message.code(),
            message.kind(),
            message.text(),
            answer.signals().stream().map(Signal::ruleId).collect(Collectors.joining(" ")))
        : "";
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }
}
