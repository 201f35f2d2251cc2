package org.havenline.command.risk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.risk.RiskMonitor;
import org.havenline.risk.RuleExamples;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `risk test`: all examples of all rules.
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description =
        "Tries every rule on the examples its author wrote, and on those of the other languages;"
            + " exit code 1 when an example fails or a rule is left out.")
final class TestCommand implements Callable<Integer> {
  /// So many languages that are mixed up are named.
  private static final int NAMED = 5;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "with levels.yaml and a file per language; default: the rules in force")
  private @Nullable Path folder;

  private final PrintStream out;
  private final Supplier<RiskRules> inForce;

  TestCommand(PrintStream out, Supplier<RiskRules> inForce) {
    this.out = out;
    this.inForce = inForce;
  }

  @Override
  public Integer call() {
    RiskRules rules = RiskCommand.rules(Optional.ofNullable(folder), inForce);
    try (RiskMonitor monitor = RiskMonitor.of(rules)) {
      List<Finding> failing = RuleExamples.failing(monitor, rules);
      List<Finding> leftOut =
          Stream.concat(rules.findings().stream(), monitor.brokenRules().stream()).toList();
      table(rules, failing, Confusion.of(monitor, rules));
      list("Examples that fail", failing);
      list("Left out", leftOut);
      return failing.isEmpty() && leftOut.isEmpty() ? 0 : 1;
    }
  }

  private void table(RiskRules rules, List<Finding> failing, Confusion confusion) {
    long examples = rules.rules().stream().mapToLong(TestCommand::examples).sum();
    out.printf(
        Locale.ROOT,
        "%,d rules, %,d examples, %,d of them fail.%n%n",
        rules.rules().size(),
        examples,
        failing.size());
    out.printf(
        "%-10s %6s %9s %8s   %s%n",
        "language", "rules", "examples", "failing", "finds in other languages' examples");
    var languages =
        rules.rules().stream()
            .map(RiskRule::language)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String language : languages) {
      List<RiskRule> own =
          rules.rules().stream().filter(rule -> rule.language().equals(language)).toList();
      long failingHere =
          failing.stream().filter(one -> one.file().equals(own.getFirst().file())).count();
      out.printf(
          Locale.ROOT,
          "%-10s %6d %9d %8d   %s%n",
          language,
          own.size(),
          own.stream().mapToLong(TestCommand::examples).sum(),
          failingHere,
          language.equals(RiskRule.NEUTRAL) ? "is meant for all" : found(confusion, language));
    }
  }

  private static String found(Confusion confusion, String language) {
    int count = confusion.count(language);
    return count == 0 ? "none" : "%d (%s)".formatted(count, confusion.most(language, NAMED));
  }

  private static long examples(RiskRule rule) {
    return (long) rule.match().size() + rule.noMatch().size();
  }

  private void list(String title, List<Finding> findings) {
    if (!findings.isEmpty()) {
      out.printf("%n%s%n", title);
      findings.forEach(finding -> out.println("  " + finding));
    }
  }
}
