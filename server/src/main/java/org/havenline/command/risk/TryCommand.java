package org.havenline.command.risk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.language.Evidence;
import org.havenline.language.LanguageDetector;
import org.havenline.language.LanguageGuess;
import org.havenline.language.LanguageGuess.Certainty;
import org.havenline.risk.RiskAssessment;
import org.havenline.risk.RiskMonitor;
import org.havenline.risk.Signal;
import org.havenline.risk.Span;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `risk try`: how one message would be understood, and why.
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description =
        "Says how a message would be understood, if it were the first of a conversation: which"
            + " language, which signals by which words, which level and why not another.")
final class TryCommand implements Runnable {
  /// One in a thousand; less is no runner-up.
  private static final double LEAST_SHOWN = 0.001;

  @Parameters(paramLabel = "TEXT", description = "in quotes")
  private String text = "";

  @Option(names = "--language", paramLabel = "TAG", description = "she chose it (BCP 47)")
  private @Nullable String language;

  @Option(names = "--from", paramLabel = "+NUMBER", description = "hers: its country is a hint")
  private @Nullable String from;

  @Option(names = "--rules", paramLabel = "FOLDER", description = "instead of those in force")
  private @Nullable Path folder;

  private final PrintStream out;
  private final Supplier<RiskRules> inForce;

  TryCommand(PrintStream out, Supplier<RiskRules> inForce) {
    this.out = out;
    this.inForce = inForce;
  }

  @Override
  public void run() {
    RiskRules rules = RiskCommand.rules(Optional.ofNullable(folder), inForce);
    LanguageDetector detector = LanguageDetector.load();
    KnownBefore known = new KnownBefore(Optional.ofNullable(language), Optional.ofNullable(from));
    LanguageGuess guess = detector.detect(text, known.prior(), Evidence.none());
    Set<String> languages = known.with(guess.likely());
    try (RiskMonitor monitor = RiskMonitor.of(rules)) {
      RiskAssessment assessment = monitor.assess(text, languages);
      language(guess, known);
      signals(assessment, rules, languages);
      level(assessment, rules, guess, languages);
      leftOut(rules, monitor);
      out.printf(
          "%nOne reading takes %,d µs for the language and %,d µs for the rules, of one"
              + " processor.%n",
          Stopwatch.median(() -> detector.detect(text, known.prior(), Evidence.none())),
          Stopwatch.median(() -> monitor.assess(text, languages)));
    }
  }

  private void language(LanguageGuess guess, KnownBefore known) {
    out.println("Language");
    if (guess.candidates().isEmpty()) {
      out.println("  nothing to go by");
    }
    guess.candidates().stream()
        .filter(one -> one.probability() >= LEAST_SHOWN)
        .forEach(one -> out.printf("  %-10s %5.1f %%%n", one.language(), 100 * one.probability()));
    out.println(
        switch (guess.certainty()) {
          case SET -> "  Sure enough to be set without asking.";
          case PROVISIONAL -> "  Set for now; she may correct it with one key.";
          case ASK -> "  Not sure: she is asked, and the message is not held meanwhile.";
        });
    known.lines().forEach(line -> out.println("  " + line));
  }

  private void signals(RiskAssessment assessment, RiskRules rules, Set<String> languages) {
    out.printf(
        "%nSignals by the rules for %s%n",
        languages.isEmpty()
            ? "every language"
            : String.join(", ", languages) + " and for every language");
    if (assessment.signals().isEmpty()) {
      out.println("  none");
    }
    assessment.signals().forEach(signal -> out.println(line(signal)));
    List<Signal> takenBack = takenBack(assessment, rules, languages);
    if (!takenBack.isEmpty()) {
      out.println("  Found, and taken back by the words around (unless, unless-after):");
      takenBack.forEach(signal -> out.println(line(signal)));
    }
  }

  private String line(Signal signal) {
    return "  %-9s  %-24s  %-24s  \"%s\""
        .formatted(signal.level(), signal.code(), signal.ruleId(), words(signal.words()));
  }

  /// The words as they stand; `...` where others stand between, which the rule did not ask for.
  private String words(List<Span> spans) {
    var words = new StringBuilder();
    int end = -1;
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      boolean follows =
          end >= 0 && text.substring(Math.min(end, span.start()), span.start()).isBlank();
      if (end >= 0 && !follows) {
        words.append(" ... ");
      }
      int from = follows ? end : span.start();
      words.append(text, Math.min(from, span.end()), span.end());
      end = Math.max(end, span.end());
    }
    return words.toString();
  }

  /// What the rules would have found if nothing could take it back.
  private List<Signal> takenBack(RiskAssessment found, RiskRules rules, Set<String> languages) {
    List<RiskRule> bare = rules.rules().stream().map(RiskRule::withoutExceptions).toList();
    Set<String> standing = found.signals().stream().map(Signal::ruleId).collect(Collectors.toSet());
    try (RiskMonitor monitor = RiskMonitor.of(new RiskRules(bare, rules.levels(), List.of()))) {
      return monitor.assess(text, languages).signals().stream()
          .filter(signal -> !standing.contains(signal.ruleId()))
          .toList();
    }
  }

  private void level(
      RiskAssessment assessment, RiskRules rules, LanguageGuess guess, Set<String> languages) {
    out.printf("%nLevel %s%n", assessment.level());
    new Reasons(rules.levels(), assessment).lines().forEach(line -> out.println("  " + line));
    boolean unread = rules.rules().stream().noneMatch(rule -> languages.contains(rule.language()));
    if (language == null && (unread || guess.certainty() != Certainty.SET)) {
      out.println(
          "  Until a person has looked, the server keeps it at ELEVATED at least, since the"
              + " language is not sure or has no rules; a mere greeting is left out of that.");
    }
  }

  private void leftOut(RiskRules rules, RiskMonitor monitor) {
    List<Finding> findings =
        Stream.concat(rules.findings().stream(), monitor.brokenRules().stream()).toList();
    if (!findings.isEmpty()) {
      out.printf("%nRules left out%n");
      findings.forEach(finding -> out.println("  " + finding));
    }
  }
}
